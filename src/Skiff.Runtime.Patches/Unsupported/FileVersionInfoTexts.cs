namespace Skiff.Runtime.Unsupported;

[Patch("System.Diagnostics.FileVersionInfo", "System.SR")]
internal static class FileVersionInfoTexts
{
    public static string get_DiagnosticsFileVersionInfo_PlatformNotSupported() =>
        "FileVersionInfo is not available under WASI; read AssemblyInformationalVersionAttribute of the assembly instead.";
}
