using System.Diagnostics;
using System.Text;

namespace Skiff.Fidelity.Tests;

/// <summary>Runs a guest's process to its end, or ends it when it makes no progress.</summary>
internal static class GuestProcess
{
    /// <summary>How long a process may write nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs a process with the given standard input.</summary>
    public static Task<GuestOutcome> RunAsync(ProcessStartInfo start, string input) => RunAsync(start, input, []);

    /// <summary>Runs a process whose standard input has a text, and then comes as <see cref="ProcessAttribute.Answers"/> says.</summary>
    public static async Task<GuestOutcome> RunAsync(ProcessStartInfo start, string input, IReadOnlyList<string> answers)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.WorkingDirectory = Path.GetTempPath();
        using Process process = Process.Start(start)!;
        using CancellationTokenSource impatience = new(Patience);
        Conversation conversation = new(process.StandardInput, answers);
        await conversation.BeginAsync(input);
        Task<string> output = ReadAsync(process.StandardOutput, impatience, conversation), error = ReadAsync(process.StandardError, impatience);
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

    private static async Task<string> ReadAsync(StreamReader reader, CancellationTokenSource impatience, Conversation? conversation = null)
    {
        StringBuilder text = new();
        char[] buffer = new char[8192];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            text.Append(buffer, 0, read);
            impatience.CancelAfter(Patience);
            if (conversation is not null)
            {
                await conversation.HearAsync(text.ToString());
            }
        }

        return text.ToString();
    }
}
