namespace Skiff.Runtime;

/// <summary>Names of the assemblies that are patched.</summary>
internal static class Bcl
{
    public const string CoreLib = "System.Private.CoreLib";
    public const string Console = "System.Console";
    public const string Cryptography = "System.Security.Cryptography";
    public const string Json = "System.Text.Json";
    public const string DiagnosticSource = "System.Diagnostics.DiagnosticSource";
}
