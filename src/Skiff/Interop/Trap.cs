using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Interop;

/// <summary>What becomes of an exception that an exported function cannot pass on to its caller.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Trap
{
    /// <summary>Writes an exception to standard error, of which the caller only learns that the function failed.</summary>
    public static void Report(Exception exception)
    {
        // Components that never use System.Console are without it.
        byte[] text = Encoding.UTF8.GetBytes($"Unhandled exception. {exception}\n");
        fixed (byte* start = text)
        {
            LogError(start, text.Length);
        }
    }

    /// <summary>Writes an exception to standard error and traps, so that no code of the instance runs any more.</summary>
    /// <returns>Never; the type lets callers write <c>throw</c>.</returns>
    [DoesNotReturn]
    public static Exception For(Exception exception)
    {
        Report(exception);
        Unreachable();
        throw new UnreachableException();
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LogError")]
    private static extern void LogError(byte* text, int length);

    [DllImport("wasm", EntryPoint = "unreachable")]
    [WasmImportLinkage]
    private static extern void Unreachable();
}
