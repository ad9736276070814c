extern alias SystemConsole;
using ConsoleCancelEventHandler = SystemConsole::System.ConsoleCancelEventHandler;

namespace Skiff.Runtime.Console;

[Patch(Bcl.Console, "System.Console")]
internal static class ConsolePatch
{
    private static bool? s_isInputRedirected;
    private static bool? s_isOutputRedirected;
    private static bool? s_isErrorRedirected;

    public static bool get_IsInputRedirected() => s_isInputRedirected ??= StandardStreams.IsRedirected(0);

    public static bool get_IsOutputRedirected() => s_isOutputRedirected ??= StandardStreams.IsRedirected(1);

    public static bool get_IsErrorRedirected() => s_isErrorRedirected ??= StandardStreams.IsRedirected(2);

    // WASI has no signals: nobody ever presses the key.
    public static void add_CancelKeyPress(ConsoleCancelEventHandler? value)
    {
    }

    public static void remove_CancelKeyPress(ConsoleCancelEventHandler? value)
    {
    }
}
