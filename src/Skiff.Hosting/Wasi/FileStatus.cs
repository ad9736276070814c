using System.Buffers.Binary;

namespace Skiff.Hosting.Wasi;

/// <summary>What is known of a file (<c>filestat</c>). Times are nanoseconds since 1970.</summary>
internal struct FileStatus
{
    /// <summary>Bytes in the guest's memory.</summary>
    public const int Size = 64;

    public ulong Device;
    public ulong Inode;
    public FileType Type;
    public ulong Links;
    public ulong Length;
    public ulong Accessed;
    public ulong Modified;
    public ulong Changed;

    /// <summary>Writes it as the guest expects it.</summary>
    /// <remarks>
    /// <code>device u64 | inode u64 | type u8 | links u64 at 24 | length u64 | accessed u64 | modified u64 | changed u64</code>
    /// </remarks>
    public readonly void Write(Span<byte> target)
    {
        target[..Size].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(target, Device);
        BinaryPrimitives.WriteUInt64LittleEndian(target[8..], Inode);
        target[16] = (byte)Type;
        BinaryPrimitives.WriteUInt64LittleEndian(target[24..], Links);
        BinaryPrimitives.WriteUInt64LittleEndian(target[32..], Length);
        BinaryPrimitives.WriteUInt64LittleEndian(target[40..], Accessed);
        BinaryPrimitives.WriteUInt64LittleEndian(target[48..], Modified);
        BinaryPrimitives.WriteUInt64LittleEndian(target[56..], Changed);
    }
}
