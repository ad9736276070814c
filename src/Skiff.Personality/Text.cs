using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Text as C has it: UTF-8 bytes up to a NUL.</summary>
internal static unsafe class Text
{
    /// <summary>The address of a <c>u8</c> literal, which the compiler keeps in the data section with a NUL after it.</summary>
    internal static byte* Of(ReadOnlySpan<byte> literal) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));

    /// <summary>The number of bytes before the NUL.</summary>
    internal static uint Length(byte* text)
    {
        byte* end = text;
        while (*end != 0)
        {
            end++;
        }

        return (uint)(end - text);
    }

    /// <summary>Whether two texts are the same.</summary>
    internal static bool Equal(byte* left, byte* right)
    {
        while (*left == *right)
        {
            if (*left == 0)
            {
                return true;
            }

            left++;
            right++;
        }

        return false;
    }

    /// <summary>Whether <paramref name="count"/> bytes are the same.</summary>
    internal static bool Equal(byte* left, byte* right, uint count)
    {
        for (uint i = 0; i < count; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether <paramref name="text"/> of <paramref name="length"/> bytes ends with a literal.</summary>
    internal static bool EndsWith(byte* text, uint length, ReadOnlySpan<byte> suffix)
    {
        uint count = (uint)suffix.Length;
        return length >= count && Equal(text + (length - count), Of(suffix), count);
    }

    /// <summary>Copies bytes between buffers that do not overlap.</summary>
    internal static void Copy(byte* target, byte* source, uint count) => Unsafe.CopyBlockUnaligned(target, source, count);

    /// <summary>Sets bytes to zero.</summary>
    internal static void Clear(void* target, uint count) => Unsafe.InitBlockUnaligned(target, 0, count);

    /// <summary>Copies bytes and a NUL after them to new memory: null when there is none.</summary>
    internal static byte* Duplicate(byte* text, uint length)
    {
        byte* copy = (byte*)Runtime.Allocate(length + 1);
        if (copy != null)
        {
            Copy(copy, text, length);
            copy[length] = 0;
        }

        return copy;
    }
}
