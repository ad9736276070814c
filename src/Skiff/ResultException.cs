namespace Skiff;

/// <summary>
/// The failure of a function whose WIT type is a <c>result</c>. Imported functions throw it; thrown by an exported
/// function it becomes the error case of the function's result. Where the error case has a value, it is a
/// <see cref="ResultException{TError}"/>.
/// </summary>
public class ResultException : Exception
{
    /// <summary>Makes the exception of a failure without a value.</summary>
    public ResultException()
        : base("The function failed; its interface says no more.")
    {
    }

    /// <summary>Makes the exception of a failure without a value. The message does not leave the component.</summary>
    public ResultException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception of a failure without a value. Message and cause do not leave the component.</summary>
    public ResultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
