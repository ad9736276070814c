using Spectre.Console;

namespace Skiff.Cli;

/// <summary>A spinner on standard error. A type of its own, so that its library is loaded only when one is shown.</summary>
internal static class CompilationSpinner
{
    /// <summary>Shows it until the event is set, and leaves no trace.</summary>
    public static void Show(string text, ManualResetEventSlim finished)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Status().Spinner(Spinner.Known.Dots).Start(Markup.Escape(text), _ => finished.Wait());
    }
}
