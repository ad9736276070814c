namespace Skiff.Fidelity.Processes;

public static class ExitCodes
{
    [Process]
    public static int Returned()
    {
        WriteLine("returning 7");
        return 7;
    }

    [Process]
    public static int Large() => 255;

    [Process]
    public static void Property()
    {
        Environment.ExitCode = 9;
        WriteLine("exit code set");
    }

    [Process]
    public static void Exit()
    {
        try
        {
            Write("no newline before exit");
            Environment.Exit(3);
        }
        finally
        {
            WriteLine("never written");
        }
    }

    [Process]
    public static async Task<int> AfterAwaits()
    {
        await Task.Delay(5);
        await Task.Yield();
        return 11;
    }

    [Process]
    public static async Task ExitFromThePool()
    {
        await Task.Run(() =>
        {
            WriteLine("leaving from the pool");
            Environment.Exit(5);
        });
        WriteLine("never");
    }

    [Process]
    public static int ExitCodeLosesToTheReturnValue()
    {
        Environment.ExitCode = 4;
        return 0;
    }

    [Process]
    public static void Handlers()
    {
        AppDomain.CurrentDomain.ProcessExit += (sender, _) => WriteLine($"process exit {Environment.ExitCode} {Environment.HasShutdownStarted} {sender is AppDomain}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => WriteLine("second handler");
        System.Runtime.Loader.AssemblyLoadContext.Default.Unloading += _ => WriteLine("unloading");
        WriteLine("body done");
        Environment.ExitCode = 2;
    }

    [Process]
    public static void HandlersOnExit()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            WriteLine("on exit");
            Environment.ExitCode = 44;
        };
        Environment.Exit(6);
    }

    [Process]
    public static void UnfinishedWorkIsAbandoned()
    {
        _ = Task.Delay(60_000).ContinueWith(_ => WriteLine("never"));
        Timer timer = new(_ => WriteLine("never"), null, 60_000, 60_000);
        WriteLine("main ends first");
        GC.KeepAlive(timer);
    }

    [Process]
    public static void FailFast() => Environment.FailFast("failing fast");

    [Process]
    public static async Task UnobservedTask()
    {
        _ = Task.Run(() => throw new InvalidOperationException("nobody looks"));
        await Task.Delay(50);
        WriteLine("goes on");
    }

    [Process]
    public static void UnflushedStream()
    {
        Stream raw = OpenStandardOutput();
        raw.Write("raw output reaches the pipe\n"u8);
        StreamWriter writer = new(OpenStandardError()) { AutoFlush = false };
        writer.Write("buffered and lost");
    }
}
