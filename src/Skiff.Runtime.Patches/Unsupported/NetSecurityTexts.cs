namespace Skiff.Runtime.Unsupported;

[Patch("System.Net.Security", "System.SR")]
internal static class NetSecurityTexts
{
    public static string get_SystemNetSecurity_PlatformNotSupported() =>
        "System.Net.Security needs the network, which a WASI program does not have; let the host speak TLS instead.";
}
