namespace Skiff.Fidelity.Streams;

public static class TextStreams
{
    [Program]
    public static async Task StringReaderAndWriter()
    {
        StringWriter writer = new(CultureInfo.GetCultureInfo("de-DE"));
        writer.Write(1234.5);
        writer.Write('|');
        writer.Write("{0:N1}", 98765.4);
        await writer.WriteLineAsync();
        await writer.WriteAsync("async ".AsMemory());
        writer.WriteLine(new object?[] { 1, null, "x" });
        WriteLine(writer.ToString());
        StringReader reader = new("line one\r\nline two\n\nlast");
        WriteLine(reader.ReadLine());
        WriteLine((char)reader.Peek());
        WriteLine(await reader.ReadLineAsync());
        WriteLine(reader.ReadLine()!.Length);
        WriteLine(await reader.ReadToEndAsync());
        WriteLine(reader.ReadLine() is null);
        TextWriter synchronized = TextWriter.Synchronized(new StringWriter());
        synchronized.Write("sync");
        WriteLine(synchronized.ToString() != writer.ToString());
        using StringWriter redirected = new();
        TextWriter console = Out;
        SetOut(redirected);
        Write("captured ");
        WriteLine(7);
        SetOut(console);
        WriteLine(redirected.ToString().Trim());
    }

    [Program]
    public static void ReaderAtBlockBoundaries()
    {
        string text = string.Concat(Enumerable.Range(0, 3000).Select(i => i % 97 == 0 ? "\r\n" : i % 61 == 0 ? "€" : i % 43 == 0 ? "😀" : "x"));
        foreach (int size in new[] { 16, 128, 129, 1000 })
        {
            using StreamReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), Encoding.UTF8, false, size);
            int lines = 0, characters = 0;
            while (reader.ReadLine() is string line)
            {
                lines++;
                characters += line.Length;
            }

            WriteLine($"{size}: {lines} {characters}");
        }

        using StreamReader utf16 = new(new MemoryStream(Encoding.Unicode.GetBytes(text)), Encoding.Unicode, false, 127);
        WriteLine(utf16.ReadToEnd() == text);
        Decoder decoder = Encoding.UTF8.GetDecoder();
        StringBuilder result = new();
        char[] chars = new char[4];
        foreach (byte b in Encoding.UTF8.GetBytes("a€😀z"))
        {
            int n = decoder.GetChars([b], chars, flush: false);
            result.Append(n).Append(':').Append(chars, 0, n).Append(' ');
        }

        WriteLine(result);
        using Stream transcoding = Encoding.CreateTranscodingStream(new MemoryStream(Encoding.Unicode.GetBytes("transcoded ü")), Encoding.Unicode, Encoding.UTF8);
        using StreamReader transcoded = new(transcoding);
        WriteLine(transcoded.ReadToEnd());
    }

    [Program]
    public static async Task ConcurrentConsoleWrites()
    {
        Task[] writes = [.. Enumerable.Range(0, 20).Select(i => Out.WriteLineAsync($"asynchronous {i}"))];
        WriteLine("in between");
        await Task.WhenAll(writes);
        await Out.FlushAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => WriteLine("from the pool"))));
    }

    [Program]
    public static void UnicodeConsole()
    {
        WriteLine("ASCII, äöüß, ελληνικά, кириллица, עברית, العربية, हिन्दी, 中文, 日本語, 한국어");
        WriteLine("emoji 😀 👩‍👩‍👧‍👦 🏳️‍🌈, combining e\u0301 a\u0308, symbols ∑∞≠→√, box ┌─┐│└┘");
        WriteLine("\ud83d alone and \ude00 alone");
        foreach (char c in "split 😀")
        {
            Write(c);
        }

        WriteLine();
        WriteLine($"{OutputEncoding.WebName} {Out.Encoding.WebName} {Out.NewLine == "\n"} {Environment.NewLine == "\n"}");
        Write("no newline, ");
        Write("{0} {1,8:x} {2,-6}|", "format", 255, true);
        WriteLine(new char[] { 'c', 'h', 'a', 'r', 's' });
        WriteLine(123.456m);
        WriteLine((object?)null);
        WriteLine("{0}", new DateTime(2024, 1, 2, 3, 4, 5));
        using Stream raw = OpenStandardOutput();
        raw.Write("raw bytes é\n"u8);
        raw.Flush();
        WriteLine("after raw");
    }
}
