using Microsoft.Win32.SafeHandles;

namespace Skiff.Fidelity.Processes;

/// <summary>Input that comes late, and only when the rest of the program has gone on meanwhile.</summary>
public static class Conversations
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(10);

    [Process(Answers = ["tick 3 => late", "late => later"])]
    public static async Task TimersWhileReadingAsync()
    {
        using StreamReader reader = new(OpenStandardInput());
        Task<string?> line = reader.ReadLineAsync();
        await TickUntilAsync(line);
        WriteLine(await line);
        WriteLine(await reader.ReadLineAsync());
        WriteLine(await reader.ReadLineAsync() ?? "end");
    }

    [Process(Answers = ["tick 3 => late", "late => later"])]
    public static void TimersWhileBlocking()
    {
        using Timer timer = StartTicking();
        WriteLine(ReadLine());
        WriteLine(ReadLine());
        WriteLine(ReadLine() ?? "end");
    }

    [Process(Answers = ["tick 3"])]
    public static async Task LateEnd()
    {
        using Timer timer = StartTicking();
        WriteLine(await In.ReadLineAsync() ?? "end");
        WriteLine(Read());
    }

    [Process(Answers = ["tick 3 => ab", "b => c"])]
    public static void Characters()
    {
        using Timer timer = StartTicking();
        WriteLine((char)Read());
        WriteLine((char)In.Peek());
        WriteLine(In.ReadToEnd().Replace("\n", "|", StringComparison.Ordinal));
    }

    [Process(Answers = ["too late => late"])]
    public static async Task Timeout()
    {
        using StreamReader reader = new(OpenStandardInput());
        Task<string?> line = reader.ReadLineAsync();
        WriteLine(await Task.WhenAny(line, Task.Delay(s_moment)) == line ? "in time" : "too late");
        WriteLine(await line);
    }

    [Process(Answers = ["too late => late"])]
    public static void BlockingTimeout()
    {
        byte[] buffer = new byte[100];
        using Stream input = OpenStandardInput();
        Task<int> read = input.ReadAsync(buffer, 0, buffer.Length);
        WriteLine(read.Wait(s_moment) ? "in time" : "too late");
        WriteLine(Encoding.UTF8.GetString(buffer, 0, read.Result).TrimEnd());
    }

    [Process(Answers = ["100 turns => late"])]
    public static async Task MuchOtherWork()
    {
        using StreamReader reader = new(OpenStandardInput());
        Task<string?> line = reader.ReadLineAsync();
        for (int turn = 1; !line.IsCompleted; turn++)
        {
            await Task.Yield();
            if (turn == 100)
            {
                WriteLine("100 turns");
            }
        }

        WriteLine(await line);
    }

    [Process(Answers = ["tick 3 => late"])]
    public static async Task Descriptor()
    {
        using FileStream input = new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 1);
        byte[] buffer = new byte[100];
        Task<int> read = input.ReadAsync(buffer, 0, buffer.Length);
        await TickUntilAsync(read);
        WriteLine(Encoding.UTF8.GetString(buffer, 0, await read).TrimEnd());
        WriteLine(input.ReadByte());
    }

    [Process(Answers = ["waiting"])]
    public static async Task EndWhileReading()
    {
        using StreamReader reader = new(OpenStandardInput());
        Task<string?> line = reader.ReadLineAsync();
        await Task.Delay(s_moment);
        WriteLine("over");
    }

    [Process(Answers = ["tick 3 => late"])]
    public static async Task ConsoleInIsAsynchronous()
    {
        using Timer timer = StartTicking();
        Task<string?> line = In.ReadLineAsync();
        bool waited = line.IsCompleted;
        string? text = await line;
        WriteLine($"{text} {waited}");
    }

    [Process(Answers = ["cancelling => late"])]
    public static async Task Cancellation()
    {
        using CancellationTokenSource cancellation = new(s_moment);
        using CancellationTokenRegistration registration = cancellation.Token.Register(() => WriteLine("cancelling"));
        byte[] buffer = new byte[100];
        using Stream input = OpenStandardInput();
        try
        {
            WriteLine(Encoding.UTF8.GetString(buffer, 0, await input.ReadAsync(buffer, cancellation.Token)).TrimEnd());
        }
        catch (OperationCanceledException)
        {
            WriteLine("cancelled");
        }
    }

    private static async Task TickUntilAsync(Task end)
    {
        using PeriodicTimer timer = new(s_moment);
        for (int tick = 1; !end.IsCompleted; tick++)
        {
            await timer.WaitForNextTickAsync();
            if (tick <= 3)
            {
                WriteLine($"tick {tick}");
            }
        }
    }

    private static Timer StartTicking()
    {
        int tick = 0;
        Lock gate = new();
        return new Timer(
            _ =>
            {
                lock (gate)
                {
                    if (++tick <= 3)
                    {
                        WriteLine($"tick {tick}");
                    }
                }
            },
            null, s_moment, s_moment);
    }
}
