using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Interop;

/// <summary>
/// Makes .NET values of what a caller or callee wrote into the memory of this component. It allocated with
/// <c>cabi_realloc</c>; what is lifted is freed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Lift
{
    /// <summary>A string of UTF-8, whose memory is freed.</summary>
    public static string Text(byte* pointer, int length)
    {
        string text = Encoding.UTF8.GetString(pointer, length);
        Free(pointer, length);
        return text;
    }

    /// <summary>The string whose address and length are at an address. Its memory is freed.</summary>
    public static string Text(byte* at)
    {
        Slice slice = Slice.Load(at);
        return Text(slice.Pointer, slice.Length);
    }

    /// <summary>A list whose elements are in memory as .NET has them. Its memory is freed.</summary>
    public static T[] List<T>(byte* pointer, int length)
        where T : unmanaged
    {
        if (length == 0)
        {
            return [];
        }

        T[] elements = GC.AllocateUninitializedArray<T>(length);
        new ReadOnlySpan<T>(pointer, length).CopyTo(elements);
        Free(pointer, length);
        return elements;
    }

    /// <summary>The list whose address and length are at an address. Its memory is freed.</summary>
    public static T[] List<T>(byte* at)
        where T : unmanaged
    {
        Slice slice = Slice.Load(at);
        return List<T>(slice.Pointer, slice.Length);
    }

    /// <summary>The elements of a list of a fixed length, which are in memory as .NET has them.</summary>
    public static T[] Array<T>(byte* at, int length)
        where T : unmanaged => new ReadOnlySpan<T>(at, length).ToArray();

    /// <summary>An array for the elements of a list.</summary>
    public static T[] NewArray<T>(int length) => length == 0 ? [] : new T[length];

    /// <summary>Frees a string or list. One without elements has no memory, whatever its address is.</summary>
    public static void Free(byte* pointer, int length)
    {
        if (length != 0)
        {
            NativeMemory.Free(pointer);
        }
    }

    /// <summary>Checks the length of an array that is passed as a list of a fixed length.</summary>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public static void CheckLength(int actual, int expected, [CallerArgumentExpression(nameof(actual))] string? expression = null)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"`{expression}` is {actual}, but the list has {expected} elements, no more and no less.");
        }
    }

    /// <summary>The exception for a value of a variant that is <see langword="null"/>.</summary>
    public static ArgumentNullException NoCase(string type) => new(type, $"A value of the variant {type} is null; pass one of its cases.");

    /// <summary>The exception for a number that stands for none of the cases of a type.</summary>
    public static InvalidOperationException NoSuchCase(string type, long number) =>
        new($"The caller or callee passed case {number} of {type}, which has no such case: it was built for other interfaces.");
}
