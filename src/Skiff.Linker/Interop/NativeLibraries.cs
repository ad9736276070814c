namespace Skiff.Linker.Interop;

/// <summary>Whose a library is that a P/Invoke names.</summary>
internal static class NativeLibraries
{
    private static readonly HashSet<string> s_windows = new(StringComparer.OrdinalIgnoreCase)
    {
        "advapi32", "bcrypt", "comctl32", "comdlg32", "crypt32", "dbghelp", "dnsapi", "gdi32", "iphlpapi", "kernel32", "kernelbase",
        "mpr", "mswsock", "msvcrt", "ncrypt", "netapi32", "ntdll", "ole32", "oleaut32", "pdh", "powrprof", "psapi", "rpcrt4", "secur32",
        "setupapi", "shell32", "shlwapi", "sspicli", "ucrtbase", "user32", "userenv", "uxtheme", "version", "winhttp", "wininet", "winmm",
        "winspool", "wintrust", "wldap32", "ws2_32", "wtsapi32",
    };

    /// <summary>
    /// Whether a WebAssembly host is to provide the library. The runtime provides its own, and libraries of other systems
    /// are there for programs that ask first which system they are on.
    /// </summary>
    public static bool IsHosts(string library) =>
        library is not ("" or "*" or "QCall" or "__Internal")
        && !library.StartsWith("lib", StringComparison.OrdinalIgnoreCase)
        && !library.StartsWith('/')
        && !library.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        && !library.EndsWith(".so", StringComparison.Ordinal)
        && !library.EndsWith(".dylib", StringComparison.Ordinal)
        && !s_windows.Contains(library);
}
