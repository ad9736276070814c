using System.Diagnostics;
using System.Text;

namespace Skiff.Fidelity.Tests;

/// <summary>Runs a guest's process to its end, or ends it when it makes no progress.</summary>
internal static class GuestProcess
{
    /// <summary>How long a process may write nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs a process with the given standard input.</summary>
    public static async Task<GuestOutcome> RunAsync(ProcessStartInfo start, string input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.WorkingDirectory = Path.GetTempPath();
        using Process process = Process.Start(start)!;
        using CancellationTokenSource impatience = new(Patience);
        Task<string> output = ReadAsync(process.StandardOutput, impatience), error = ReadAsync(process.StandardError, impatience);
        await WriteAsync(process.StandardInput, input);
        bool ended = true;
        try
        {
            await process.WaitForExitAsync(impatience.Token);
        }
        catch (OperationCanceledException)
        {
            ended = false;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        return new GuestOutcome(ended ? process.ExitCode : null, await output, await error);
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationTokenSource impatience)
    {
        StringBuilder text = new();
        char[] buffer = new char[8192];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            text.Append(buffer, 0, read);
            impatience.CancelAfter(Patience);
        }

        return text.ToString();
    }

    private static async Task WriteAsync(StreamWriter writer, string input)
    {
        try
        {
            await writer.WriteAsync(input);
            writer.Close();
        }
        catch (IOException)
        {
            // A program may end without reading its input.
        }
    }
}
