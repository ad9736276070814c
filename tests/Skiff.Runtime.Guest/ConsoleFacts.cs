using static Skiff.Runtime.Guest.Fact;

namespace Skiff.Runtime.Guest;

/// <summary>The whole of <see cref="Console"/>, its streams redirected.</summary>
internal static class ConsoleFacts
{
    public static void Run()
    {
        Show("InputRedirected", () => Console.IsInputRedirected);
        Show("OutputRedirected", () => Console.IsOutputRedirected);
        Show("ErrorRedirected", () => Console.IsErrorRedirected);
        Show("InputEncoding", () => Console.InputEncoding.WebName + Console.InputEncoding.GetPreamble().Length);
        Show("OutputEncoding", () => Console.OutputEncoding.WebName + Console.OutputEncoding.GetPreamble().Length);
        Show("InEnc=", () => Done(() => Console.InputEncoding = System.Text.Encoding.UTF8));
        Show("OutEnc=", () => Done(() => Console.OutputEncoding = System.Text.Encoding.UTF8));
        Show("BackgroundColor", () => Console.BackgroundColor);
        Show("ForegroundColor", () => Console.ForegroundColor);
        Show("fg=", () => Done(() => Console.ForegroundColor = ConsoleColor.Red));
        Show("fg", () => Console.ForegroundColor);
        Show("bg=", () => Done(() => Console.BackgroundColor = ConsoleColor.Red));
        Show("Reset", () => Done(() => Console.ResetColor()));
        Show("fg", () => Console.ForegroundColor);
        Show("CursorSize", () => Console.CursorSize);
        Show("CursorSize=", () => Done(() => Console.CursorSize = 3));
        Show("CursorVisible", () => Console.CursorVisible);
        Show("CursorVisible=", () => Done(() => Console.CursorVisible = true));
        Show("Title", () => Console.Title);
        Show("Title=", () => Done(() => Console.Title = "x"));
        Show("BufferWidth", () => Console.BufferWidth);
        Show("BufferWidth=", () => Done(() => Console.BufferWidth = 1));
        Show("BufferHeight", () => Console.BufferHeight);
        Show("BufferHeight=", () => Done(() => Console.BufferHeight = 1));
        Show("LargestWindowWidth", () => Console.LargestWindowWidth);
        Show("LargestWindowHeight", () => Console.LargestWindowHeight);
        Show("WindowLeft", () => Console.WindowLeft);
        Show("WindowLeft=", () => Done(() => Console.WindowLeft = 1));
        Show("WindowTop", () => Console.WindowTop);
        Show("WindowTop=", () => Done(() => Console.WindowTop = 1));
        Show("WindowWidth", () => Console.WindowWidth);
        Show("WindowWidth=", () => Done(() => Console.WindowWidth = 1));
        Show("WindowHeight", () => Console.WindowHeight);
        Show("WindowHeight=", () => Done(() => Console.WindowHeight = 1));
        Show("Clear", () => Done(Console.Clear));
        Show("Beep", () => Done(Console.Beep));
        Show("Beep2", () => Done(() => Console.Beep(400, 1)));
        Show("Cursor", () => Console.GetCursorPosition());
        Show("CursorLeft", () => Console.CursorLeft);
        Show("CursorTop", () => Console.CursorTop);
        Show("SetCursor", () => Done(() => Console.SetCursorPosition(1, 1)));
        Show("SetCursor", () => Done(() => Console.SetCursorPosition(-1, 1)));
        Show("Move", () => Done(() => Console.MoveBufferArea(0, 0, 1, 1, 0, 0)));
        Show("SetBufferSize", () => Done(() => Console.SetBufferSize(1, 1)));
        Show("SetWindowPosition", () => Done(() => Console.SetWindowPosition(1, 1)));
        Show("SetWindowSize", () => Done(() => Console.SetWindowSize(1, 1)));
        Show("NumberLock", () => Console.NumberLock);
        Show("CapsLock", () => Console.CapsLock);
        Show("TreatCtrlC", () => Console.TreatControlCAsInput);
        Show("TreatCtrlC=", () => Done(() => Console.TreatControlCAsInput = true));
        Show("KeyAvailable", () => Console.KeyAvailable);
        Show("ReadKey", () => Console.ReadKey());
        Show("CancelKeyPress", () => Done(() => Console.CancelKeyPress += (_, _) => { }));
        Show("OpenIn", () => { var s = Console.OpenStandardInput(); return $"{s.CanRead}{s.CanWrite}{s.CanSeek}"; });
        Show("Read", () => Console.Read());
        Show("Peek", () => Console.In.Peek());
        Show("ReadLine", () => Console.ReadLine());
        Show("ReadLine", () => Console.ReadLine());
        Show("OutType", () => Console.Out.GetType().Name + Console.Out.NewLine.Length + Console.Out.Encoding.WebName);
        Show("ReadToEnd", () => Console.In.ReadToEnd());
        Show("ReadLine", () => Console.ReadLine() ?? "null");
        Show("Read", () => Console.Read());
        Show("SetIn", () => { Console.SetIn(new StringReader("abc\n")); return Console.ReadLine(); });
        Console.Error.WriteLine("to stderr ünï 😀"); Console.WriteLine("ünï 😀 {0:x}", 255);
    }
}
