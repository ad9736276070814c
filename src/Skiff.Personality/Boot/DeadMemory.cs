namespace Skiff.Personality;

/// <summary>
/// Sets memory that nothing uses to zero, as a snapshot leaves zeroes out: the dead ends of both stacks, the nursery, free
/// slots of the major heap, and the free chunks of the heap, which everything else of the runtime is allocated from.
/// </summary>
internal static unsafe class DeadMemory
{
    private const uint InterpreterStackSize = 1 << 20;

    /// <summary>Clears it all. Called with as little on the C stack as can be.</summary>
    internal static void Clear()
    {
        Runtime.ClearNursery();
        ClearMajorHeap();
        ClearInterpreterStack();
        ClearHeap();
        ClearCStack();
    }

    /// <summary>
    /// Makes blocks of the major heap as they are when all of their slots are taken: without a list of free ones, whose
    /// links are thousands. The next collection of the major heap makes the lists anew; objects until then get blocks of
    /// their own. A slot whose first word is zero is free to the collector.
    /// </summary>
    private static void ClearMajorHeap()
    {
        MajorBlock*** lists = Runtime.MajorBlocks();
        uint sizes = Runtime.MajorBlockSizes();
        for (uint i = 0; i < MajorBlock.Lists * sizes; i++)
        {
            MajorBlock** link = lists[i / sizes] + (i % sizes);
            while (*link != null)
            {
                MajorBlock* block = *link;
                if (block->State == MajorBlock.NeedsSweeping)
                {
                    _ = Runtime.Sweep(block);
                }

                if (!MajorBlock.IsSwept(block))
                {
                    link = &block->Next;
                    continue;
                }

                if (!MajorBlock.IsWhole(block))
                {
                    Boot.Fail("the collector keeps its heap differently from what this personality knows; use the runtime pack that it came in"u8);
                }

                *link = block->Next;
                block->Next = null;
                ClearFreeSlots(block);
            }
        }
    }

    private static void ClearFreeSlots(MajorBlock* block)
    {
        while (block->FreeSlot != null)
        {
            byte** slot = (byte**)block->FreeSlot;
            block->FreeSlot = *slot;
            *slot = null;
        }
    }

    private static void ClearInterpreterStack()
    {
        InterpreterContext* context = Runtime.InterpreterContext();
        if (context->StackRealEnd - context->StackStart != InterpreterStackSize
            || context->StackPointer < context->StackStart
            || context->StackPointer > context->StackRealEnd)
        {
            Boot.Fail("the interpreter keeps its stack differently from what this personality knows; use the runtime pack that it came in"u8);
        }

        Text.Clear(context->StackPointer, (uint)(context->StackRealEnd - context->StackPointer));
    }

    private static void ClearHeap()
    {
        HeapState* state = Runtime.HeapState();
        HeapChunk* chunk = FirstChunk(state->Lowest);
        while (chunk != state->Top)
        {
            nuint size = HeapChunk.Size(chunk);
            if (size < (uint)sizeof(nuint) * 4 || size > (nuint)((byte*)state->Top - (byte*)chunk))
            {
                Boot.Fail("the C library keeps its heap differently from what this personality knows; use the runtime pack that it came in"u8);
            }

            if (!HeapChunk.IsInUse(chunk))
            {
                Clear(chunk, chunk == state->Designated ? (uint)sizeof(nuint) * 2 : Links(size));
            }

            chunk = (HeapChunk*)((byte*)chunk + size);
        }

        Clear(chunk, (uint)sizeof(nuint) * 2);
    }

    /// <summary>The heap aligns to two words.</summary>
    private static HeapChunk* FirstChunk(byte* lowest)
    {
        nuint alignment = (uint)sizeof(nuint) * 2;
        return (HeapChunk*)(((nuint)lowest + alignment - 1) & ~(alignment - 1));
    }

    /// <summary>The size of what a free chunk begins with.</summary>
    private static uint Links(nuint size) =>
        size < HeapChunk.LeastTreeSize ? (uint)sizeof(nuint) * 4 : (uint)sizeof(HeapChunk);

    private static void Clear(HeapChunk* chunk, uint head)
    {
        nuint size = HeapChunk.Size(chunk);
        if (size > head)
        {
            Text.Clear((byte*)chunk + head, (uint)(size - head));
        }
    }

    /// <summary>Clears the C stack below this function's own part of it.</summary>
    private static void ClearCStack()
    {
        byte* end = Runtime.StackEnd();
        byte mark;
        byte* pointer = &mark;
        if (pointer > end)
        {
            Text.Clear(end, (uint)(pointer - end));
        }
    }
}
