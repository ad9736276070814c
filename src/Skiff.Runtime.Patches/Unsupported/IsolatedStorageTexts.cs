namespace Skiff.Runtime.Unsupported;

[Patch("System.IO.IsolatedStorage", "System.SR")]
internal static class IsolatedStorageTexts
{
    public static string get_IsolatedStorage_PlatformNotSupported() =>
        "Isolated storage is not available under WASI; use files in a directory that the host grants.";
}
