using System.Runtime.ExceptionServices;
using System.Text;

namespace Skiff.Runtime;

/// <summary>What becomes of an exception that nothing catches.</summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class UnhandledException
{
    /// <summary>The exit code of a program that failed. Hosts reserve those from 126 on, so it is not the 134 of elsewhere.</summary>
    public const int ExitCode = 1;

    private static bool s_reported;

    /// <summary>
    /// Ends the process with the exception's text unless the program's own handler takes the exception. Called from
    /// exception filters: before the stack is unwound, as no <c>finally</c> may run for an exception that ends the process.
    /// </summary>
    public static bool IsHandled(Exception exception)
    {
        if (ExceptionHandling.IsHandledByGlobalHandler(exception))
        {
            return true;
        }

        if (!s_reported)
        {
            s_reported = true;
            AppContext.OnUnhandledException(exception);
            Report("Unhandled exception. " + exception + Environment.NewLine);
        }

        Process.Exit(ExitCode);
        return false;
    }

    /// <summary>Writes <paramref name="text"/> to the standard error stream, without <c>System.Console</c>.</summary>
    public static void Report(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
        {
            Interop.Sys.LogError(start, bytes.Length);
        }
    }
}
