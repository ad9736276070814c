extern alias SystemConsole;
using System.Text;
using Microsoft.Win32.SafeHandles;
using SystemConsole::System;
using ConsoleColor = SystemConsole::System.ConsoleColor;
using ConsoleKeyInfo = SystemConsole::System.ConsoleKeyInfo;
using Terminal = SystemConsole::System.Console;

namespace Skiff.Runtime.Console;

/// <summary>
/// The console as .NET has it on Unix. WASI gives streams and no way to change a terminal's mode or ask its size, so
/// a terminal reads line by line, and its size is what .NET assumes where it cannot ask.
/// </summary>
[Patch(Bcl.Console, "System.ConsolePal")]
internal static class ConsolePalPatch
{
    private const int Columns = 80;
    private const int Rows = 24;
    private const ConsoleColor UnknownColor = (ConsoleColor)(-1);

    private static ConsoleColor? s_foreground;
    private static ConsoleColor? s_background;

    // A handle that closes nothing stands for a stream of the process as well as a duplicate does, and is cheaper: what
    // the runtime makes handles with when it has called native code is made for every program that calls it twice.
    public static Stream OpenStandardInput() => new StandardInputStream();

    public static Stream OpenStandardOutput() => new WasmConsoleStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write);

    public static Stream OpenStandardError() => new WasmConsoleStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write);

    public static Encoding get_InputEncoding() => Encoding.Default;

    public static void SetConsoleInputEncoding(Encoding enc)
    {
    }

    public static Encoding get_OutputEncoding() => Encoding.Default;

    public static void SetConsoleOutputEncoding(Encoding enc)
    {
    }

    public static TextReader GetOrCreateReader() => new StandardInputReader(Terminal.InputEncoding);

    public static ConsoleKeyInfo ReadKey(bool intercept) =>
        throw new InvalidOperationException("Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.");

    public static bool get_TreatControlCAsInput() => false;

    public static void set_TreatControlCAsInput(bool value)
    {
    }

    public static ConsoleColor get_ForegroundColor() => s_foreground ?? UnknownColor;

    public static void set_ForegroundColor(ConsoleColor value)
    {
        s_foreground = value;
        WriteColor(ForegroundSequence(value));
    }

    public static ConsoleColor get_BackgroundColor() => s_background ?? UnknownColor;

    public static void set_BackgroundColor(ConsoleColor value)
    {
        s_background = value;
        WriteColor(BackgroundSequence(value));
    }

    public static void ResetColor()
    {
        s_foreground = UnknownColor;
        s_background = UnknownColor;
        WriteColor("\e[39;49m");
    }

    public static int get_CursorSize() => 100;

    public static void set_CursorVisible(bool value) => StandardStreams.WriteToTerminal(value ? "\e[?25h" : "\e[?25l");

    public static void set_Title(string value) => StandardStreams.WriteToTerminal("\e]0;" + value + "\a");

    public static int get_BufferWidth() => Columns;

    public static int get_BufferHeight() => Rows;

    public static int get_LargestWindowWidth() => Columns;

    public static int get_LargestWindowHeight() => Rows;

    public static int get_WindowWidth() => Columns;

    public static int get_WindowHeight() => Rows;

    public static void Clear() => StandardStreams.WriteToTerminal("\e[H\e[2J\e[3J");

    public static void Beep() => StandardStreams.WriteToTerminal("\a");

    public static (int Left, int Top) GetCursorPosition() => (0, 0);

    public static void SetCursorPosition(int left, int top) =>
        StandardStreams.WriteToTerminal("\e[" + (top + 1) + ";" + (left + 1) + "H");

    private static void WriteColor(string sequence)
    {
        string? allowed = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION");
        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            return;
        }

        if (allowed == "1" || string.Equals(allowed, "true", StringComparison.OrdinalIgnoreCase))
        {
            Terminal.Out.Write(sequence);
        }
        else
        {
            StandardStreams.WriteToTerminal(sequence);
        }
    }

    private static string ForegroundSequence(ConsoleColor color) =>
        color == UnknownColor ? "\e[39m" : "\e[" + (Ansi(color) < 8 ? 30 + Ansi(color) : 82 + Ansi(color)) + "m";

    private static string BackgroundSequence(ConsoleColor color) =>
        color == UnknownColor ? "\e[49m" : "\e[" + (Ansi(color) < 8 ? 40 + Ansi(color) : 92 + Ansi(color)) + "m";

    // ConsoleColor has blue in its lowest bit and red in its third; ANSI has them the other way round.
    private static int Ansi(ConsoleColor color) =>
        ((int)color & 0b1010) | (((int)color & 1) << 2) | (((int)color >> 2) & 1);
}
