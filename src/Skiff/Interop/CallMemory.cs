using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Interop;

/// <summary>
/// The memory that values are lowered into. That of an import's parameters begins on the stack and ends with the call
/// (<see cref="Free"/>); that of an export's result ends when its caller has read it (<see cref="Return"/>,
/// <see cref="FreeResult"/>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe struct CallMemory
{
    /// <summary>How many bytes on the stack a call begins with.</summary>
    public const int StackSize = 512;

    // What is larger has a block of its own; what is not shares one.
    private const int ChunkSize = 2048;
    private const int LargeSize = 512;

    // A block begins with the address of the one before it. Nothing is aligned to more than 8 (CanonicalABI.md, "Alignment").
    private const int HeaderSize = 8;

    private static byte* s_shared;
    private static int s_sharedSize;

    private byte* _blocks;
    private byte* _next;
    private byte* _end;

    /// <summary>Makes the memory of the parameters of a call.</summary>
    /// <param name="stack"><see cref="StackSize"/> bytes.</param>
    public CallMemory(byte* stack)
    {
        _next = (byte*)(((nuint)stack + 7) & ~(nuint)7);
        _end = stack + StackSize;
    }

    /// <summary>Allocates memory, which is aligned to 8 and not cleared.</summary>
    /// <exception cref="OutOfMemoryException">There is no more.</exception>
    public byte* Allocate(int size)
    {
        size = checked(size + 7) & ~7;
        if (size <= _end - _next)
        {
            byte* result = _next;
            _next += size;
            return result;
        }

        if (size > LargeSize)
        {
            return AddBlock(size);
        }

        byte* chunk = AddBlock(ChunkSize);
        _next = chunk + size;
        _end = chunk + ChunkSize;
        return chunk;
    }

    /// <summary>Allocates memory for elements of a list.</summary>
    /// <exception cref="OutOfMemoryException">There is no more.</exception>
    public byte* Allocate(int count, int elementSize) => Allocate(checked(count * elementSize));

    /// <summary>Writes a string as UTF-8. What is no character becomes U+FFFD.</summary>
    /// <exception cref="ArgumentNullException">There is no string.</exception>
    public Slice Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Three bytes are the most that a UTF-16 unit becomes.
        if (text.Length <= (_end - _next) / 3)
        {
            int written = Encoding.UTF8.GetBytes(text, new Span<byte>(_next, (int)(_end - _next)));
            return new(Allocate(written), written);
        }

        int length = Encoding.UTF8.GetByteCount(text);
        byte* bytes = Allocate(length);
        Encoding.UTF8.GetBytes(text, new Span<byte>(bytes, length));
        return new(bytes, length);
    }

    /// <summary>Copies a list whose elements are in memory as WebAssembly wants them.</summary>
    public Slice List<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        byte* bytes = Allocate(elements.Length, sizeof(T));
        elements.CopyTo(new Span<T>(bytes, elements.Length));
        return new(bytes, elements.Length);
    }

    /// <summary>Copies the elements of a list of a fixed length.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Copy<T>(T[] elements, byte* to, int length, [CallerArgumentExpression(nameof(elements))] string? expression = null)
        where T : unmanaged
    {
        Lift.CheckLength(elements.Length, length, $"{expression}.Length");
        elements.CopyTo(new Span<T>(to, length));
    }

    /// <summary>Frees the memory of the parameters of a call.</summary>
    public readonly void Free() => FreeBlocks(_blocks);

    /// <summary>Allocates what holds the result of an exported function.</summary>
    public static byte* AllocateResult(int size) => NewBlock(size);

    /// <summary>
    /// What holds the result of an exported function that refers to no other memory. Its caller reads it before it calls
    /// again, so that there is only one.
    /// </summary>
    public static byte* SharedResult(int size)
    {
        if (size > s_sharedSize)
        {
            s_shared = (byte*)NativeMemory.Realloc(s_shared, (nuint)size);
            s_sharedSize = size;
        }

        return s_shared;
    }

    /// <summary>Ties the memory to the result that refers to it.</summary>
    /// <param name="result">What <see cref="AllocateResult"/> gave.</param>
    /// <returns>The result.</returns>
    public readonly byte* Return(byte* result)
    {
        *(byte**)(result - HeaderSize) = _blocks;
        return result;
    }

    /// <summary>Frees the result of an exported function and all that it refers to.</summary>
    public static void FreeResult(byte* result) => FreeBlocks(result);

    private byte* AddBlock(int size)
    {
        byte* block = NewBlock(size);
        *(byte**)(block - HeaderSize) = _blocks;
        _blocks = block;
        return block;
    }

    private static byte* NewBlock(int size)
    {
        byte* block = (byte*)NativeMemory.Alloc((nuint)(size + HeaderSize)) + HeaderSize;
        *(byte**)(block - HeaderSize) = null;
        return block;
    }

    private static void FreeBlocks(byte* block)
    {
        while (block is not null)
        {
            byte* next = *(byte**)(block - HeaderSize);
            NativeMemory.Free(block - HeaderSize);
            block = next;
        }
    }
}
