using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Skiff.Interop;

/// <summary>What becomes of an exception that an exported function cannot pass on to its caller.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trap
{
    /// <summary>Writes an exception to standard error, of which the caller only learns that the function failed.</summary>
    public static void Report(Exception exception) => Console.Error.WriteLine($"Unhandled exception. {exception}");

    /// <summary>Writes an exception to standard error and ends the component, as a trap would.</summary>
    /// <returns>Never; the type lets callers write <c>throw</c>.</returns>
    [DoesNotReturn]
    public static Exception For(Exception exception)
    {
        Environment.FailFast($"Unhandled exception. {exception}");
        return exception;
    }
}
