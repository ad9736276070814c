namespace Skiff.Fidelity.Processes;

public static class StandardStreams
{
    [Process(Input = "first line\nzweite Zeile ü 😀\r\n\nlast without newline")]
    public static void Lines()
    {
        WriteLine($"{IsInputRedirected} {IsOutputRedirected} {IsErrorRedirected} {InputEncoding.WebName}");
        while (ReadLine() is string line)
        {
            WriteLine($"{line.Length} <{line}>");
        }

        WriteLine(ReadLine() is null);
        WriteLine(Read());
    }

    [Process]
    public static void NoInput()
    {
        WriteLine(ReadLine() ?? "null at once");
        WriteLine(Read());
        WriteLine($"'{In.ReadToEnd()}'");
    }

    [Process(Input = "abc\ndef\n")]
    public static void Characters()
    {
        WriteLine($"{(char)Read()} {(char)In.Peek()} {(char)Read()} {ReadLine()} {In.ReadToEnd().Length} {In.Peek()}");
    }

    [Process(Input = "one two three\nfour five\n")]
    public static async Task Asynchronous()
    {
        WriteLine(await In.ReadLineAsync());
        WriteLine((await In.ReadToEndAsync()).Split(' ').Length);
        WriteLine(await In.ReadLineAsync() ?? "end");
    }

    [Process(Input = "raw bytes \u00ff\u0000 end")]
    public static void RawInput()
    {
        using Stream input = OpenStandardInput();
        using MemoryStream memory = new();
        input.CopyTo(memory);
        WriteLine($"{Convert.ToHexString(memory.ToArray())} {input.CanRead} {input.CanWrite} {input.CanSeek}");
        WriteLine(input.ReadByte());
    }

    [Process(Input = "5\n3\n4\nnot a number\n")]
    public static int Sum()
    {
        int sum = 0, line = 0;
        while (ReadLine() is string text)
        {
            line++;
            if (int.TryParse(text, out int value))
            {
                sum += value;
            }
            else
            {
                Error.WriteLine($"line {line}: '{text}' is not a number");
            }
        }

        WriteLine(sum);
        return sum;
    }

    [Process]
    public static void BothOutputs()
    {
        for (int i = 0; i < 5; i++)
        {
            Out.WriteLine($"out {i}");
            Error.WriteLine($"error {i} ü");
        }

        using Stream raw = OpenStandardError();
        raw.Write("raw error\n"u8);
        SetError(Out);
        Error.WriteLine("error redirected to out");
    }

    [Process]
    public static void MuchOutput()
    {
        for (int i = 0; i < 4000; i++)
        {
            WriteLine($"line {i} of a long output that has to arrive whole and in order");
        }

        Write(new string('x', 300_000));
    }

    [Process(Input = "ignored")]
    public static void InputNotRead() => WriteLine("did not read");

    [Process(Input = "redirected")]
    public static void KeysAndWindows()
    {
        Attempt.Show("key", () => ReadKey().KeyChar);
        Attempt.Show("key available", () => KeyAvailable);
        Attempt.Do("colour", () => ForegroundColor = ConsoleColor.Red);
        Attempt.Do("reset", ResetColor);
        Attempt.Do("clear", Clear);
        Attempt.Do("beep", Beep);
        Attempt.Show("cancel key", () => TreatControlCAsInput);
        Attempt.Do("title", () => Title = "title");
        Attempt.Do("cursor", () => CursorVisible = false);
        Attempt.Do("cancel handler", () => CancelKeyPress += (_, _) => { });
        Attempt.Do("encoding", () => OutputEncoding = Encoding.UTF8);
        WriteLine("ünïcode after setting the encoding");
    }

    [Process]
    public static void WindowSize()
    {
        Attempt.Show("width", () => WindowWidth > 0);
        Attempt.Show("height", () => WindowHeight > 0);
        Attempt.Show("cursor", () => CursorLeft);
    }
}
