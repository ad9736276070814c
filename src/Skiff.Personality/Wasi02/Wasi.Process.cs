namespace Skiff.Personality;

/// <content>The end of the program.</content>
internal static unsafe partial class Wasi
{
    /// <summary>The host is told that the program succeeded, or that it failed: an exit code other than 0 is 1.</summary>
    internal static void ProcExit(int code) => Cli.Exit(code == 0 ? 0 : 1);
}
