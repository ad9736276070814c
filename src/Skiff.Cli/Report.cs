using System.Text;
using Skiff.Hosting;

namespace Skiff.Cli;

/// <summary>Tells the user how it went, on standard error.</summary>
internal static class Report
{
    // Enough to find the place; a .NET guest's trap is thirty runtime functions deep before anybody's own.
    private const int Frames = 16;

    /// <summary>One sentence that says what is wrong and what to do.</summary>
    /// <returns>The exit code.</returns>
    public static int Error(string sentence, int exitCode)
    {
        Console.Error.WriteLine($"skiff: {sentence}.");
        return exitCode;
    }

    /// <summary>Something that a person may want to know; programs that read the guest's output do not.</summary>
    public static void Note(string sentence)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"skiff: {sentence}.");
        }
    }

    /// <summary>A trap with its backtrace.</summary>
    /// <returns>The exit code.</returns>
    public static int Trap(TrapException trap)
    {
        var text = new StringBuilder($"skiff: the program trapped: {trap.Reason}.\n");
        foreach (TrapFrame frame in trap.Frames.Take(Frames))
        {
            text.Append($"    at {frame}\n");
        }

        if (trap.Frames.Count > Frames)
        {
            text.Append($"    and {trap.Frames.Count - Frames} more\n");
        }

        Console.Error.Write(text);
        return ExitCodes.Trap;
    }
}
