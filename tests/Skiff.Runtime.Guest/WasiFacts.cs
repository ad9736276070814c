using System.Runtime.InteropServices;
using static Skiff.Runtime.Guest.Fact;

namespace Skiff.Runtime.Guest;

/// <summary>What is different under WASI.</summary>
internal static class WasiFacts
{
    public static int Run(string fact)
    {
        switch (fact)
        {
            case "identity":
                Console.WriteLine($"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture} {RuntimeInformation.RuntimeIdentifier}");
                Console.WriteLine($"{OperatingSystem.IsWasi()} {OperatingSystem.IsBrowser()} {OperatingSystem.IsLinux()} {OperatingSystem.IsOSPlatform("wasi")} {OperatingSystem.IsOSPlatform("browser")}");
                Console.WriteLine(RuntimeInformation.FrameworkDescription.StartsWith(".NET 10.0.", StringComparison.Ordinal));
                return 0;
            case "deadlock":
                Show("wait", () => new ManualResetEvent(false).WaitOne());
                Show("task", () => new TaskCompletionSource<int>().Task.Result);
                Show("nested", () => Task.Run(() => new SemaphoreSlim(0).Wait()).Wait(-1));
                return 0;
            case "missing":
                Show("thread", () => Done(() => new Thread(() => { }).Start()));
                Show("process", () => System.Diagnostics.Process.Start("ls"));
                Show("watcher", () => new FileSystemWatcher("/"));
                Show("http", () => new HttpClient().GetAsync("http://localhost").Result);
                return 0;
            case "finalizers":
                int finalized = 0;
                for (int i = 0; i < 100; i++)
                {
                    _ = new Finalized(() => finalized++);
                }

                GC.Collect();
                GC.WaitForPendingFinalizers();
                Console.WriteLine(finalized > 90);
                return 0;
            case "switches":
                Console.WriteLine($"{AppContext.TryGetSwitch("Guest.Switch", out bool on)} {on} {AppContext.GetData("Guest.Text")} {AppContext.GetData("Guest.Number")}");
                return 0;
            case "idle sleep":
                long spent = Environment.TickCount64;
                Thread.Sleep(300);
                Console.WriteLine(Environment.TickCount64 - spent >= 300);
                return 0;
        }

        return 64;
    }

    private sealed class Finalized(Action action)
    {
        ~Finalized() => action();
    }
}
