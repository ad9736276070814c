namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.Quic", "System.SR")]
internal static class QuicTexts
{
    public static string get_SystemNetQuic_PlatformNotSupported() =>
        "QUIC needs the network, which a WASI program does not have; let the host do the networking instead.";
}
