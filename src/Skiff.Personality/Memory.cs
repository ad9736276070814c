using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Growth of linear memory. Addresses are unsigned: the heap may pass 2 GiB where the module's maximum allows it.</summary>
internal static class Memory
{
    /// <summary>One page less than 4 GiB, so that the size in bytes is a 32-bit number too.</summary>
    internal const uint MaximumPages = 65535;

    /// <summary>What a heap is grown by beyond what was asked for, at most: 96 MiB.</summary>
    private const uint MaximumSparePages = 1536;

    /// <summary><c>emscripten_get_heap_max</c>: bytes that the heap can grow to, if the module's maximum and the host allow.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.emscripten_get_heap_max")]
    internal static uint HeapMaximum() => MaximumPages * Wasm.PageSize;

    /// <summary>
    /// <c>emscripten_resize_heap</c>: grows memory to at least <paramref name="size"/> bytes, and by a fifth of what it
    /// is where that can be had, so that many small growths cost few. 1, or 0 when the host or the module's maximum
    /// refuses.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.emscripten_resize_heap")]
    internal static int ResizeHeap(uint size)
    {
        uint current = Wasm.MemorySize();
        uint needed = (uint)(((ulong)size + (Wasm.PageSize - 1)) / Wasm.PageSize);
        if (needed > MaximumPages)
        {
            return 0;
        }

        if (needed <= current)
        {
            return 1;
        }

        uint spare = current / 5;
        if (spare > MaximumSparePages)
        {
            spare = MaximumSparePages;
        }

        uint generous = current + spare;
        if (generous > MaximumPages)
        {
            generous = MaximumPages;
        }

        if (generous > needed && Wasm.MemoryGrow(generous - current) >= 0)
        {
            return 1;
        }

        return Wasm.MemoryGrow(needed - current) >= 0 ? 1 : 0;
    }
}
