namespace Skiff.Runtime.Unsupported;

[Patch("System.IO.Compression.Brotli", "System.SR")]
internal static class BrotliTexts
{
    public static string get_IOCompressionBrotli_PlatformNotSupported() =>
        "Brotli is not available under WASI; use GZipStream, DeflateStream or ZLibStream.";
}
