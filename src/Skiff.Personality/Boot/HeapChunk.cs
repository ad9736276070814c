namespace Skiff.Personality;

#pragma warning disable CS0649 // The C library's own.

/// <summary>
/// A chunk of the C library's heap (dlmalloc 2.8.6, <c>malloc_chunk</c>). One that is free holds, behind the head, links
/// to others of its size and, when it is large, of its tree.
/// </summary>
internal unsafe struct HeapChunk
{
    /// <summary>The chunks of this size or more are in trees.</summary>
    internal const uint LeastTreeSize = 256;

    private const uint Flags = 7;
    private const uint InUse = 2;

    /// <summary>The size of the chunk before this one when that is free, else the end of its content.</summary>
    public nuint PreviousFoot;

    /// <summary>The size, whose lowest bits say whether this chunk and the one before are in use.</summary>
    public nuint Head;

    public HeapChunk* Forward;
    public HeapChunk* Backward;
    public HeapChunk* Left;
    public HeapChunk* Right;
    public HeapChunk* Parent;
    public uint Index;

    /// <summary>The size of a chunk.</summary>
    internal static nuint Size(HeapChunk* chunk) => chunk->Head & ~(nuint)Flags;

    /// <summary>Whether a chunk is in use.</summary>
    internal static bool IsInUse(HeapChunk* chunk) => (chunk->Head & InUse) != 0;
}
