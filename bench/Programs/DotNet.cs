using System.Diagnostics;

namespace Skiff.Benchmarks.Programs;

/// <summary>Runs the <c>dotnet</c> command.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    /// <summary>Runs it to its end and takes the time.</summary>
    /// <returns>How long the process took, and what it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed, or ran for a quarter of an hour.</exception>
    public static (TimeSpan Elapsed, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        // What the `dotnet run` above has set for itself is not for the processes below, and they work as the .NET SDK does
        // by default: with a compiler that goes on running.
        foreach (string name in start.Environment.Keys.Where(IsOfBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} did not end within {s_limit}");
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
        return process.ExitCode == 0
            ? (elapsed, output.Result)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}\n{output.Result}");
    }

    /// <summary>Ends the compilers and builds that go on running.</summary>
    public static void ShutDownServers() => Run("build-server", "shutdown");

    private static bool IsOfBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable is "UseSharedCompilation" or "DOTNET_CLI_USE_MSBUILD_SERVER";
}
