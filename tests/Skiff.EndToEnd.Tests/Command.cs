using System.Diagnostics;
using System.Text;

namespace Skiff.EndToEnd.Tests;

/// <summary>Runs a process to its end, or ends it with its children.</summary>
internal static class Command
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs <paramref name="file"/> with <paramref name="arguments"/> as they are.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments, one by one.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="environment">Variables to set; null removes one.</param>
    /// <param name="input">What its standard input holds, in UTF-8.</param>
    /// <exception cref="TimeoutException">It ran for four minutes.</exception>
    public static async Task<CommandResult> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string directory,
        IEnumerable<KeyValuePair<string, string?>> environment,
        string input = "")
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        string commandLine = string.Join(' ', [file, .. start.ArgumentList]);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await WriteAsync(process.StandardInput, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{commandLine}\nran for {s_limit}; it said\n{await output}\n{await error}");
        }

        return new CommandResult(commandLine, process.ExitCode, await output, await error);
    }

    /// <summary>Runs <paramref name="file"/> and kills it and its children after a while, unless it has ended.</summary>
    public static async Task KillAsync(
        string file, IEnumerable<string> arguments, string directory, IEnumerable<KeyValuePair<string, string?>> environment, TimeSpan after)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await output;
    }

    private static async Task WriteAsync(StreamWriter stream, string input, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(input.AsMemory(), cancellation);
            stream.Close();
        }
        catch (IOException)
        {
            // A program may end without reading its input.
        }
    }
}
