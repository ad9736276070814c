namespace Skiff.Runtime.Unsupported;

[Patch("Microsoft.Win32.Registry", "System.SR")]
internal static class RegistryTexts
{
    public static string get_PlatformNotSupported_Registry() =>
        "There is no registry under WASI; keep settings in files or environment variables.";
}
