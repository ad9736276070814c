using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Skiff.Hosting.Cache;

namespace Skiff.Hosting.Precompilation;

/// <summary>
/// The file format of a precompiled module: the engine's own serialisation, which must come first since the file is mapped as
/// it is, then what the code is for, then a footer that authenticates both.
/// </summary>
/// <remarks>
/// <code>
/// machine code | purpose, UTF-8 | footer, 56 bytes: "SKIFFPC1", length of the code u64, of the purpose u64, HMAC-SHA256 of all before it
/// </code>
/// </remarks>
internal sealed record PrecompiledFormat(int CodeLength, MachineCode Purpose, byte[] Tag)
{
    /// <summary>Bytes of the tag.</summary>
    public const int TagSize = HMACSHA256.HashSizeInBytes;

    private const int FooterSize = 24 + TagSize;
    private const int MaxPurpose = 1024;

    private static ReadOnlySpan<byte> Magic => "SKIFFPC1"u8;

    /// <summary>What follows the machine code.</summary>
    public static byte[] Trailer(ReadOnlySpan<byte> code, MachineCode purpose, PrecompilationKey key)
    {
        byte[] text = Encoding.UTF8.GetBytes(purpose.ToString());
        byte[] trailer = new byte[text.Length + FooterSize];
        text.CopyTo(trailer, 0);
        Span<byte> footer = trailer.AsSpan(text.Length);
        Magic.CopyTo(footer);
        BinaryPrimitives.WriteInt64LittleEndian(footer[8..], code.Length);
        BinaryPrimitives.WriteInt64LittleEndian(footer[16..], text.Length);
        key.Tag(code, trailer.AsSpan(..^TagSize)).CopyTo(footer[24..]);
        return trailer;
    }

    /// <summary>Reads what a file says about itself; null if it is no whole file of this format.</summary>
    /// <param name="file">All of the file.</param>
    public static PrecompiledFormat? Read(ReadOnlySpan<byte> file) => Read(file, file.Length);

    /// <summary>The same, reading no more than the end of the file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static PrecompiledFormat? Read(string path)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        byte[] end = new byte[(int)Math.Min(length, FooterSize + MaxPurpose)];
        return RandomAccess.Read(file, end, length - end.Length) == end.Length ? Read(end, length) : null;
    }

    private static PrecompiledFormat? Read(ReadOnlySpan<byte> end, long length)
    {
        if (length > int.MaxValue || end.Length < FooterSize || end[^FooterSize..] is var footer && !footer.StartsWith(Magic))
        {
            return null;
        }

        long codeLength = BinaryPrimitives.ReadInt64LittleEndian(footer[8..]);
        long purposeLength = BinaryPrimitives.ReadInt64LittleEndian(footer[16..]);
        if (purposeLength < 0 || purposeLength > Math.Min(MaxPurpose, end.Length - FooterSize) || codeLength != length - FooterSize - purposeLength)
        {
            return null;
        }

        ReadOnlySpan<byte> purpose = end.Slice(end.Length - FooterSize - (int)purposeLength, (int)purposeLength);
        return MachineCode.Parse(Encoding.UTF8.GetString(purpose)) is { } parsed
            ? new PrecompiledFormat((int)codeLength, parsed, footer[24..].ToArray())
            : null;
    }

    /// <summary>Whether a key made the tag.</summary>
    /// <param name="file">All of the file.</param>
    /// <param name="key">The key.</param>
    public bool IsAuthentic(ReadOnlySpan<byte> file, PrecompilationKey key) =>
        CryptographicOperations.FixedTimeEquals(Tag, key.Tag(file[..CodeLength], file[CodeLength..^TagSize]));
}
