namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.NetworkInformation", "System.SR")]
internal static class NetworkInformationTexts
{
    public static string get_SystemNetNetworkInformation_PlatformNotSupported() =>
        "A WASI program has no network interfaces to ask about; let the host tell what it needs to know.";
}
