using System.Runtime.InteropServices;

namespace Skiff.Fidelity.Diagnosing;

public static class Surroundings
{
    [Program]
    public static void OperatingSystemIdentity()
    {
        WriteLine($"{RuntimeInformation.OSArchitecture == Architecture.Wasm} {RuntimeInformation.ProcessArchitecture == Architecture.Wasm} {IntPtr.Size}");
        WriteLine($"{RuntimeInformation.IsOSPlatform(OSPlatform.Linux)} {RuntimeInformation.IsOSPlatform(OSPlatform.Create("WASI"))} {RuntimeInformation.IsOSPlatform(OSPlatform.Create("BROWSER"))}");
        WriteLine($"{OperatingSystem.IsLinux()} {OperatingSystem.IsWasi()} {OperatingSystem.IsBrowser()} {OperatingSystem.IsWindows()} {OperatingSystem.IsMacOS()}");
        WriteLine(Environment.OSVersion.Platform);
        WriteLine($"{Environment.Is64BitOperatingSystem} {Environment.Is64BitProcess}");
        WriteLine(RuntimeInformation.RuntimeIdentifier == "wasi-wasm");
        WriteLine(RuntimeInformation.OSDescription == "WASI");
    }

    [Program]
    public static void Variables()
    {
        Environment.SetEnvironmentVariable("SKIFF_SET", "value ü");
        WriteLine($"{Environment.GetEnvironmentVariable("SKIFF_SET")} {Environment.GetEnvironmentVariable("SKIFF_ABSENT") ?? "null"} {Environment.GetEnvironmentVariables().Contains("SKIFF_SET")}");
        WriteLine(Environment.ExpandEnvironmentVariables("<%SKIFF_SET%> %SKIFF_ABSENT%"));
        Environment.SetEnvironmentVariable("SKIFF_SET", null);
        WriteLine(Environment.GetEnvironmentVariable("SKIFF_SET") is null);
        Attempt.Do("equals sign", () => Environment.SetEnvironmentVariable("A=B", "c"));
    }

    [Program]
    public static void ProcessFacts()
    {
        WriteLine($"{Environment.ProcessId > 0} {Environment.TickCount64 > 0} {Environment.CurrentManagedThreadId > 0} {Environment.HasShutdownStarted} {Environment.ExitCode} {Environment.SystemPageSize > 0}");
        WriteLine($"{Environment.UserInteractive} {Environment.NewLine.Length} {Environment.CommandLine.Length > 0}");
        WriteLine($"{IsInputRedirected} {IsOutputRedirected}");
    }

    [Program]
    public static void Folders()
    {
        foreach (Environment.SpecialFolder folder in new[] { Environment.SpecialFolder.UserProfile, Environment.SpecialFolder.ApplicationData, Environment.SpecialFolder.LocalApplicationData })
        {
            WriteLine($"{folder} {Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify).Replace(Environment.GetEnvironmentVariable("HOME") ?? "none", "~")}");
        }
    }

    [Program]
    public static void MachineFacts()
    {
        Attempt.Show("machine", () => Environment.MachineName.Length > 0);
        Attempt.Show("user", () => Environment.UserName.Length > 0);
        Attempt.Show("process path", () => Environment.ProcessPath is not null);
    }

    [Program]
    public static void Network()
    {
        Attempt.Do("HTTP", () =>
        {
            using System.Net.Http.HttpClient client = new() { Timeout = TimeSpan.FromSeconds(5) };
            try
            {
                client.GetStringAsync("http://127.0.0.1:9/").GetAwaiter().GetResult();
            }
            catch (System.Net.Http.HttpRequestException e)
            {
                throw new System.Net.Http.HttpRequestException("no connection");
            }
        });
        Attempt.Do("socket", () =>
        {
            using System.Net.Sockets.Socket socket = new(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        });
        Attempt.Show("names", () => System.Net.Dns.GetHostAddresses("127.0.0.1")[0]);
        Attempt.Show("address", () => System.Net.IPAddress.Parse("::ffff:192.168.1.5").MapToIPv4());
        Attempt.Show("network", () => System.Net.IPNetwork.Parse("10.0.0.0/8").Contains(System.Net.IPAddress.Parse("10.1.2.3")));
    }

    [Program]
    public static void ChildProcesses()
    {
        Attempt.Do("start", () =>
        {
            using System.Diagnostics.Process process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("true"))!;
            process.WaitForExit();
        });
        Attempt.Show("current", () => System.Diagnostics.Process.GetCurrentProcess().Id == Environment.ProcessId);
    }

    [Program]
    public static void Pipes() => Attempt.Do("anonymous pipe", () =>
    {
        using System.IO.Pipes.AnonymousPipeServerStream server = new();
    });
}
