using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Instructions that C# has no word for (WebAssembly core specification, 2.4).</summary>
internal static class Wasm
{
    /// <summary>Bytes in a page of linear memory.</summary>
    internal const uint PageSize = 65536;

    /// <summary>The size of linear memory, in pages.</summary>
    [DllImport("wasm", EntryPoint = "memory.size")]
    internal static extern uint MemorySize();

    /// <summary>Grows linear memory by <paramref name="pages"/>; the old size in pages, or -1 when the host refuses.</summary>
    [DllImport("wasm", EntryPoint = "memory.grow")]
    internal static extern int MemoryGrow(uint pages);

    /// <summary>Traps.</summary>
    [DllImport("wasm", EntryPoint = "unreachable")]
    internal static extern void Unreachable();
}
