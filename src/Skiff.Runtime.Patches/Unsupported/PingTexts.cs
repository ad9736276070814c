namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.Ping", "System.SR")]
internal static class PingTexts
{
    public static string get_SystemNetPing_PlatformNotSupported() =>
        "Ping needs the network, which a WASI program does not have; let the host ask instead.";
}
