namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.NameResolution", "System.SR")]
internal static class NameResolutionTexts
{
    public static string get_SystemNetNameResolution_PlatformNotSupported() =>
        "Dns needs the network, which a WASI program does not have; let the host resolve names instead.";
}
