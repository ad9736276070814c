namespace Skiff.Bindings;

/// <summary>The codes of what the generator itself reports.</summary>
internal static class BindingsDiagnostics
{
    /// <summary>An exported interface that no class implements.</summary>
    public const string NoImplementation = "SKIFF5101";

    /// <summary>An exported interface that several classes implement.</summary>
    public const string SeveralImplementations = "SKIFF5102";

    /// <summary>A type or function that has no bindings.</summary>
    public const string Unsupported = "SKIFF5103";
}
