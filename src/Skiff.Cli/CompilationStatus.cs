using Skiff.Hosting;

namespace Skiff.Cli;

/// <summary>Shows on a terminal that a module is being compiled, if it takes long.</summary>
internal sealed class CompilationStatus(string name) : ICompilationObserver, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    private readonly ManualResetEventSlim _finished = new();
    private Thread? _display;

    public void CompilationStarted(ReadOnlyMemory<byte> wasm)
    {
        // To learn that it is no program should not take as long as to compile it.
        if (CompiledComponent.IsComponent(wasm.Span))
        {
            ComponentCommand.Require(wasm);
        }
        else
        {
            WasiCommand.Require(wasm);
        }

        if (Console.IsErrorRedirected)
        {
            return;
        }

        _display = new Thread(() => Show(wasm.Length)) { IsBackground = true };
        _display.Start();
    }

    public void CompilationFinished()
    {
        _finished.Set();
        // The guest writes to the same terminal: nothing of this may come later.
        _display?.Join();
    }

    public void Dispose() => _finished.Dispose();

    private void Show(long moduleSize)
    {
        if (!_finished.Wait(s_patience))
        {
            CompilationSpinner.Show($"compiling {name} ({moduleSize / 1048576.0:0.0} MB), once", _finished);
        }
    }
}
