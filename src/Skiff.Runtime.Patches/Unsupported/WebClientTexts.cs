namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.WebClient", "System.SR")]
internal static class WebClientTexts
{
    public static string get_SystemNetWebClient_PlatformNotSupported() =>
        "WebClient needs the network, which a WASI program does not have; let the host make the request instead.";
}
