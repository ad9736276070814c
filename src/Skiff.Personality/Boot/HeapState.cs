namespace Skiff.Personality;

#pragma warning disable CS0649 // The C library's own.

/// <summary>Part of the state of the C library's heap (dlmalloc 2.8.6, <c>malloc_state</c>).</summary>
internal unsafe struct HeapState
{
    /// <summary>The lowest address of the heap.</summary>
    public byte* Lowest;

    /// <summary>A free chunk that small requests are cut from, or null.</summary>
    public HeapChunk* Designated;

    /// <summary>The free chunk at the end of the heap.</summary>
    public HeapChunk* Top;
}
