namespace Skiff.Runtime.Guest;

/// <summary>The ways in which a program ends.</summary>
internal static class Endings
{
    public static async Task<int> Run(string ending)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine($"process exit {Environment.ExitCode}");
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Console.WriteLine($"unhandled {e.IsTerminating} {((Exception)e.ExceptionObject).Message}");
        switch (ending)
        {
            case "return":
                return 42;
            case "negative":
                return -2;
            case "exit":
                try
                {
                    Environment.Exit(7);
                }
                finally
                {
                    Console.WriteLine("not this");
                }

                break;
            case "exit in pool":
                ThreadPool.QueueUserWorkItem(_ => Environment.Exit(8));
                Thread.Sleep(Timeout.Infinite);
                break;
            case "exit in exit":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Environment.Exit(9);
                return 1;
            case "throw":
                Throwing();
                break;
            case "throw after await":
                await Task.Delay(1);
                Fail();
                break;
            case "async void":
                AsyncVoid();
                await Task.Delay(1000);
                Console.WriteLine("not this");
                break;
            case "timer":
                using (new Timer(_ => Fail(), null, 1, Timeout.Infinite))
                {
                    await Task.Delay(1000);
                }

                Console.WriteLine("not this");
                break;
            case "pool":
                ThreadPool.QueueUserWorkItem(_ => Fail());
                Thread.Sleep(1000);
                Console.WriteLine("not this");
                break;
            case "forgotten task":
                _ = Task.Run(Fail);
                await Task.Delay(10);
                return 0;
            case "fail fast":
                Environment.FailFast("it is over", new InvalidOperationException("reason"));
                break;
        }

        return 0;
    }

    private static void Throwing()
    {
        try
        {
            Fail();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException("outer", e);
        }
        finally
        {
            Console.WriteLine("finally");
        }
    }

    private static async void AsyncVoid()
    {
        await Task.Yield();
        Fail();
    }

    private static void Fail() => throw new ArgumentException("inner");
}
