namespace Skiff.Hosting;

/// <summary>Is told of compilations, which may take seconds.</summary>
public interface ICompilationObserver
{
    /// <summary>A module is about to be compiled, on this thread. What is thrown here prevents it.</summary>
    /// <param name="wasm">The module, which <see cref="WasiCommand.Require(ReadOnlyMemory{byte})"/> can look at first.</param>
    void CompilationStarted(ReadOnlyMemory<byte> wasm);

    /// <summary>It is compiled, or could not be.</summary>
    void CompilationFinished();
}
