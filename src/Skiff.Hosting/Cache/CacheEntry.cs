using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Skiff.Hosting.Cache;

/// <summary>
/// The file format of an entry: the engine's own serialisation, which must come first since the file is mapped as it is,
/// then the identity of what it was made from and under, then a footer that vouches for both.
/// </summary>
/// <remarks>
/// <code>
/// machine code | identity, UTF-8 | footer, 32 bytes: "SKIFFMC1", length of the code u64, of the identity u64, checksum of both u64
/// </code>
/// </remarks>
internal static class CacheEntry
{
    private const int FooterSize = 32;
    private const int MaxIdentity = 4096;
    private const int PieceSize = 256 << 10;

    /// <summary>Writes an entry.</summary>
    public static void Write(FileStream destination, ICompiledCode code, string identity)
    {
        code.SerializeTo(bytes => SparseFile.Append(destination, bytes));
        long codeLength = destination.Length;
        byte[] identityBytes = Encoding.UTF8.GetBytes(identity);
        destination.Write(identityBytes);

        Span<byte> footer = stackalloc byte[FooterSize];
        "SKIFFMC1"u8.CopyTo(footer);
        BinaryPrimitives.WriteInt64LittleEndian(footer[8..], codeLength);
        BinaryPrimitives.WriteInt64LittleEndian(footer[16..], identityBytes.Length);
        destination.Flush();
        destination.Position = 0;
        var checksum = new Checksum();
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        for (int count; (count = destination.ReadAtLeast(piece.AsSpan(0, PieceSize), PieceSize, throwOnEndOfStream: false)) > 0;)
        {
            checksum.Add(piece.AsSpan(0, count));
        }

        ArrayPool<byte>.Shared.Return(piece);
        BinaryPrimitives.WriteUInt64LittleEndian(footer[24..], checksum.Value);
        destination.Write(footer);
    }

    /// <summary>Whether a file is a whole and undamaged entry for an identity.</summary>
    public static bool IsIntact(string path, string identity)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        Span<byte> footer = stackalloc byte[FooterSize];
        if (length < FooterSize
            || RandomAccess.Read(file, footer, length - FooterSize) != FooterSize
            || !footer.StartsWith("SKIFFMC1"u8))
        {
            return false;
        }

        long codeLength = BinaryPrimitives.ReadInt64LittleEndian(footer[8..]);
        long identityLength = BinaryPrimitives.ReadInt64LittleEndian(footer[16..]);
        long covered = length - FooterSize;
        if (identityLength is < 0 or > MaxIdentity || codeLength < 0 || codeLength != covered - identityLength)
        {
            return false;
        }

        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            Span<byte> stored = piece.AsSpan(0, (int)identityLength);
            if (RandomAccess.Read(file, stored, codeLength) != stored.Length || Encoding.UTF8.GetString(stored) != identity)
            {
                return false;
            }

            var checksum = new Checksum();
            for (long position = 0; position < covered;)
            {
                int count = (int)Math.Min(PieceSize, covered - position);
                if (RandomAccess.Read(file, piece.AsSpan(0, count), position) != count)
                {
                    return false;
                }

                checksum.Add(piece.AsSpan(0, count));
                position += count;
            }

            return checksum.Value == BinaryPrimitives.ReadUInt64LittleEndian(footer[24..]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
