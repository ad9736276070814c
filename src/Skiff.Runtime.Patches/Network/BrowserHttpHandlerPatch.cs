extern alias SystemNetHttp;
using SystemNetHttp::System.Net.Http;

namespace Skiff.Runtime.Network;

[Patch("System.Net.Http", "System.Net.Http.BrowserHttpHandler")]
internal static class BrowserHttpHandlerPatch
{
    public static HttpResponseMessage Send(BrowserHttpHandler self, HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw NoNetwork();

    public static Task<HttpResponseMessage> SendAsync(BrowserHttpHandler self, HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromException<HttpResponseMessage>(NoNetwork());

    private static PlatformNotSupportedException NoNetwork() =>
        new("HttpClient needs the network, which a WASI program does not have; let the host make the request, or give HttpClient a handler of your own.");
}
