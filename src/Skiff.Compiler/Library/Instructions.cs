using System.Runtime.InteropServices;

namespace Skiff.Compiler.Library;

/// <summary>wasm instructions as functions.</summary>
internal static class Instructions
{
    /// <summary>Traps.</summary>
    [DllImport("wasm", EntryPoint = "unreachable")]
    public static extern void Unreachable();
}
