using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <content>The end of the program.</content>
internal static unsafe partial class Wasi
{
    /// <summary>
    /// What the host is told of an exit code: 0 for success, 1 for anything else. A linker whose host has
    /// `exit-with-code` makes this give the code itself, and binds `exit` to that.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_exit_status")]
    internal static int ExitStatus(int code) => StatusOf(code);

    internal static void ProcExit(int code) => Cli.Exit(StatusOf(code));

    private static int StatusOf(int code) => code == 0 ? 0 : 1;
}
