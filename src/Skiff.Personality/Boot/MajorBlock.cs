using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// What a block of the collector's major heap begins with. Its slots hold objects of one size; the free ones are linked
/// by their first words.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal unsafe struct MajorBlock
{
    /// <summary>The size of a block, and what it is aligned to.</summary>
    internal const uint BlockSize = 16384;

    /// <summary>How many lists of blocks with free slots there are: of objects with and without references, pinned or not.</summary>
    internal const uint Lists = 4;

    /// <summary>The state of a block whose free slots the last collection has not linked yet.</summary>
    internal const uint NeedsSweeping = 3;

    private const uint LastSweptState = 1;

    /// <summary>The size of a slot.</summary>
    [FieldOffset(0)]
    internal ushort SlotSize;

    /// <summary>How far the last collection has come with it.</summary>
    [FieldOffset(4)]
    internal uint State;

    /// <summary>The first free slot.</summary>
    [FieldOffset(12)]
    internal byte* FreeSlot;

    /// <summary>The next block with free slots of this kind.</summary>
    [FieldOffset(16)]
    internal MajorBlock* Next;

    /// <summary>Whether the list of free slots is as the last collection left it; else that is still to be done.</summary>
    internal static bool IsSwept(MajorBlock* block) => block->State <= LastSweptState;

    /// <summary>Whether all free slots of a block lie in it, and are no more than it has room for.</summary>
    internal static bool IsWhole(MajorBlock* block)
    {
        if ((nuint)block % BlockSize != 0 || block->SlotSize < sizeof(void*))
        {
            return false;
        }

        uint room = BlockSize / block->SlotSize;
        byte* slot = block->FreeSlot;
        for (uint i = 0; slot != null; i++)
        {
            if (i == room || slot < (byte*)block || slot > (byte*)block + BlockSize - block->SlotSize)
            {
                return false;
            }

            slot = *(byte**)slot;
        }

        return true;
    }
}
