namespace Skiff.Wit.Text;

/// <summary>WIT texts were asked for that have errors.</summary>
public sealed class WitException : Exception
{
    /// <summary>Makes the exception of everything that is wrong.</summary>
    public WitException(IReadOnlyList<WitDiagnostic> diagnostics)
        : base(string.Join("\n", diagnostics.Select(item => item.ToString())))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Everything that is wrong, warnings included.</summary>
    public IReadOnlyList<WitDiagnostic> Diagnostics { get; }
}
