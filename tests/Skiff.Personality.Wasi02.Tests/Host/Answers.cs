using System.Text;

namespace Skiff.Personality.Tests;

/// <summary>How a host of WASI 0.2 returns what a preview1 host does.</summary>
internal static unsafe class Answers
{
    private const int FirstFailure = 5000;

    /// <summary>The `error-code` for an errno.</summary>
    public static byte Code(int errno)
    {
        byte code = 0;
        while (ErrorCode.ToErrno(code) != (errno == Errno.NotCapable ? Errno.NotPermitted : errno))
        {
            code++;
        }

        return code;
    }

    /// <summary>The handle of the `error` that says an errno.</summary>
    public static int Failure(int errno) => FirstFailure + errno;

    /// <summary>The errno of such a handle.</summary>
    public static int ErrnoOf(int failure) => failure - FirstFailure;

    public static void Return(int errno, ByteResult* result, byte value = 0)
    {
        result->IsError = errno == Errno.Success ? (byte)0 : (byte)1;
        result->Value = errno == Errno.Success ? value : Code(errno);
    }

    /// <summary>Returns bytes in memory that the program gives, or an errno.</summary>
    public static List Bytes(ReadOnlySpan<byte> bytes)
    {
        void* memory = ((delegate* unmanaged<void*, uint, uint, uint, void*>)&Realloc.Reallocate)(null, 0, 1, (uint)bytes.Length);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        return new List { Items = (byte*)memory, Count = (uint)bytes.Length };
    }

    public static List String(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static List Items<T>(T[] items)
        where T : unmanaged
    {
        void* memory = ((delegate* unmanaged<void*, uint, uint, uint, void*>)&Realloc.Reallocate)(null, 0, 8, (uint)(items.Length * sizeof(T)));
        items.CopyTo(new Span<T>(memory, items.Length));
        return new List { Items = (byte*)memory, Count = (uint)items.Length };
    }

    /// <summary>A list whose first byte is an error code, as the two are in one place.</summary>
    public static List Error(int errno) => new() { Items = (byte*)Code(errno) };
}
