namespace Skiff.Runtime.Identity;

[Patch(Bcl.CoreLib, "System.OperatingSystem")]
internal static class OperatingSystemPatch
{
    public static bool IsBrowser() => false;

    public static bool IsWasi() => true;

    public static bool IsOSPlatform(string platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return platform.Equals("WASI", StringComparison.OrdinalIgnoreCase);
    }
}
