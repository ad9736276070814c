namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.Requests", "System.SR")]
internal static class RequestsTexts
{
    public static string get_SystemNetRequests_PlatformNotSupported() =>
        "WebRequest needs the network, which a WASI program does not have; let the host make the request instead.";
}
