using System.Diagnostics.CodeAnalysis;

namespace Skiff;

/// <summary>The failure of a function whose WIT type is a <c>result</c> with an error value.</summary>
/// <typeparam name="TError">The type of the value.</typeparam>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "There is always an error value.")]
public sealed class ResultException<TError> : ResultException
{
    /// <summary>Makes the exception of an error value.</summary>
    public ResultException(TError error)
    {
        Error = error;
    }

    /// <summary>The error value.</summary>
    public TError Error { get; }

    /// <inheritdoc/>
    public override string Message => $"The function failed: {Error}.";
}
