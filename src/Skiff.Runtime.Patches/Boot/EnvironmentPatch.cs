using System.Diagnostics;

namespace Skiff.Runtime;

[Patch(Bcl.CoreLib, "System.Environment")]
internal static class EnvironmentPatch
{
    private static bool s_exiting;

    public static string[] GetCommandLineArgs() => (string[])Boot.CommandLine.Clone();

    public static bool get_HasShutdownStarted() => s_exiting;

    public static string get_UserName() => Environment.GetEnvironmentVariable("USER") ?? Environment.GetEnvironmentVariable("LOGNAME") ?? "wasi";

    public static void Exit(int exitCode)
    {
        Environment.ExitCode = exitCode;
        if (!s_exiting)
        {
            s_exiting = true;
            AppContext.OnProcessExit();
        }

        Process.Exit(Environment.ExitCode & 0xFF);
    }

    [StackTraceHidden]
    public static void FailFast(string message, Exception exception, string errorSource)
    {
        UnhandledException.Report("Process terminated." + Environment.NewLine
            + (message is null ? "" : message + Environment.NewLine)
            + new StackTrace(1)
            + exception);
        Process.Exit(UnhandledException.ExitCode);
    }
}
