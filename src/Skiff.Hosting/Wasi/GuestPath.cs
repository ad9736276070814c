using System.Text.Unicode;

namespace Skiff.Hosting.Wasi;

/// <summary>A path that a guest passed: UTF-8 without zeros, not empty, not too long; kept with a terminating zero.</summary>
internal readonly ref struct GuestPath
{
    /// <summary>The longest path, in bytes, that Unix systems take, with its terminating zero.</summary>
    public const int MaxLength = 4096;

    private GuestPath(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The path and a terminating zero.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Whether it ends in a slash, and so names a directory.</summary>
    public bool HasTrailingSlash => Bytes[^2] == (byte)'/';

    /// <summary>Where the last component begins. Slashes behind it belong to it.</summary>
    public int NameStart
    {
        get
        {
            ReadOnlySpan<byte> path = Bytes[..^1].TrimEnd((byte)'/');
            return path.LastIndexOf((byte)'/') + 1;
        }
    }

    /// <summary>Checks and copies a path.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="length">How long it is, without a terminating zero.</param>
    /// <param name="buffer">Room for <see cref="MaxLength"/> bytes.</param>
    /// <param name="path">The path.</param>
    public static Errno Read(LinearMemory memory, uint address, uint length, Span<byte> buffer, out GuestPath path)
    {
        path = default;
        ReadOnlySpan<byte> text = memory.Slice(address, length);
        if (text.IsEmpty)
        {
            return Errno.NoEntry;
        }

        if (text.Length >= MaxLength)
        {
            return Errno.NameTooLong;
        }

        if (text.Contains((byte)0))
        {
            return Errno.Invalid;
        }

        if (!Utf8.IsValid(text))
        {
            return Errno.IllegalSequence;
        }

        text.CopyTo(buffer);
        buffer[text.Length] = 0;
        path = new GuestPath(buffer[..(text.Length + 1)]);
        return Errno.Success;
    }
}
