using System.Runtime.InteropServices;

namespace Skiff.Personality.Tests;

/// <summary>A heap as dlmalloc keeps it: chunks one behind the other, all full of rubbish.</summary>
internal sealed unsafe class FakeHeap
{
    private const int Size = 1 << 16;
    private readonly byte* _memory = (byte*)NativeMemory.AlignedAlloc(Size, 64);

    /// <summary>Makes a heap of these chunks, the last of which is the top.</summary>
    public FakeHeap(params (uint Size, bool IsInUse)[] chunks)
    {
        NativeMemory.Fill(_memory, Size, 0xA5);
        State = (HeapState*)NativeMemory.AllocZeroed((nuint)sizeof(HeapState));
        State->Lowest = _memory;
        byte* position = _memory;
        bool previous = true;
        foreach ((uint size, bool isInUse) in chunks.Length == 0 ? [(1024, false)] : chunks)
        {
            HeapChunk* chunk = (HeapChunk*)position;
            chunk->Head = size | (isInUse ? 2u : 0) | (previous ? 1u : 0);
            previous = isInUse;
            State->Top = chunk;
            position += size;
        }
    }

    /// <summary>What the runtime knows of it.</summary>
    public HeapState* State { get; }

    /// <summary>Whether all bytes from one offset to another are zero.</summary>
    public bool IsClear(int from, int to) => new ReadOnlySpan<byte>(_memory + from, to - from).IndexOfAnyExcept((byte)0) < 0;

    /// <summary>Whether no byte from one offset to another was touched.</summary>
    public bool IsUntouched(int from, int to) => new ReadOnlySpan<byte>(_memory + from, to - from).IndexOfAnyExcept((byte)0xA5) < 0;
}
