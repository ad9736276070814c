namespace Skiff.Runtime.Unsupported;

[Patch("System.Formats.Tar", "System.SR")]
internal static class TarTexts
{
    public static string get_PlatformNotSupported_SystemFormatsTar() =>
        "System.Formats.Tar is not available under WASI; use System.IO.Compression.ZipArchive.";
}
