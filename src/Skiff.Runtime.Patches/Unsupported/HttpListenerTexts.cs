namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.HttpListener", "System.SR")]
internal static class HttpListenerTexts
{
    public static string get_SystemNetHttpListener_PlatformNotSupported() =>
        "HttpListener needs the network, which a WASI program does not have; let the host listen and pass requests on.";
}
