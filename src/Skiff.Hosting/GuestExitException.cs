namespace Skiff.Hosting;

/// <summary>A guest whose exports were called one by one ended itself with <c>proc_exit</c>.</summary>
/// <param name="exitCode">The code that it passed.</param>
public sealed class GuestExitException(int exitCode) : EngineException($"the program ended itself with exit code {exitCode}")
{
    /// <summary>The code that it passed.</summary>
    public int ExitCode => exitCode;
}
