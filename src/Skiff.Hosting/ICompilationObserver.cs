namespace Skiff.Hosting;

/// <summary>Is told of compilations, which may take seconds.</summary>
public interface ICompilationObserver
{
    /// <summary>A module is about to be compiled, on this thread.</summary>
    /// <param name="moduleSize">Its size in bytes.</param>
    void CompilationStarted(long moduleSize);

    /// <summary>It is compiled, or could not be.</summary>
    void CompilationFinished();
}
