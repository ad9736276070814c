namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.Sockets", "System.SR")]
internal static class SocketsTexts
{
    public static string get_SystemNetSockets_PlatformNotSupported() =>
        "Sockets need the network, which a WASI program does not have; let the host do the networking instead.";
}
