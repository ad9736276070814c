namespace Skiff.Runtime;

/// <summary>The end of the process.</summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class Process
{
    /// <summary>The native function that ends the process.</summary>
    public static delegate* unmanaged<int, void> ExitFunction;

    /// <summary>Ends the process at once; no handler runs.</summary>
    public static void Exit(int exitCode) => ExitFunction(exitCode);
}
