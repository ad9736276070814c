namespace Skiff.Runtime.Unsupported;

[Patch("System.Diagnostics.Process", "System.SR")]
internal static class ProcessTexts
{
    public static string get_Process_PlatformNotSupported() =>
        "A WASI program cannot start or see processes; have the host start them, or call the code directly.";
}
