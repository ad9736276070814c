using System.Diagnostics;

namespace Skiff.Cli.Tests;

/// <summary>
/// Runs the command as a process: the one that was built with the tests, or the program that the environment variable
/// <c>SKIFF_TESTED_COMMAND</c> names, such as one that was compiled to native code.
/// </summary>
internal static class Command
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(2);

    /// <summary>How a process ended and what it wrote.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Error);

    /// <summary>Starts the command.</summary>
    public static Process Start(string workingDirectory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = Environment.GetEnvironmentVariable("SKIFF_TESTED_COMMAND") is { Length: > 0 } program
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "skiff.dll"), .. arguments]);
        start.WorkingDirectory = workingDirectory;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["SKIFF_CACHE_DIR"] = Scratch.CacheDirectory;
        start.Environment["SKIFF_KEY_FILE"] = Scratch.KeyFile;
        start.Environment["TESTED_VARIABLE"] = "inherited";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the command to its end.</summary>
    public static async Task<Outcome> Run(
        string workingDirectory, IEnumerable<string> arguments, string input = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        using Process process = Start(workingDirectory, arguments, environment);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(s_bound);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(bound.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(bound.Token);
            await WriteInput(process, input);
            await process.WaitForExitAsync(bound.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task WriteInput(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading.
        }
    }
}
