using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Skiff.Runtime.References;
using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Linking;

/// <summary>
/// Puts the files of time zone data into the module, compressed: a passive data segment, and the functions by which the
/// personality gets it (docs/architecture.md, "Time zones").
/// </summary>
internal static class ZoneData
{
    private const string Directory = "/usr/share/zoneinfo/";
    private const int HeadSize = 44;
    private const int TimeSize = sizeof(long);

    /// <summary>Adds them to <paramref name="module"/>.</summary>
    /// <exception cref="LinkException">A file is elsewhere, or not one of time zone data.</exception>
    public static void Add(Module module, IReadOnlyList<ZoneFile> files)
    {
        var memory = module.FindExport("memory") as Memory ?? throw new LinkException("The runtime module exports no memory.");
        var records = Records(files);
        var compressed = Compress(records);
        DataSegment segment = new(compressed) { Name = "time zones" };
        module.DataSegments.Add(segment);
        Define(module, "skiff_zone_data_size", new([], [ValType.I32])).Body.I32Const(records.Length);
        Define(module, "skiff_zone_data_compressed_size", new([], [ValType.I32])).Body.I32Const(compressed.Length);
        Define(module, "skiff_copy_zone_data", new([ValType.I32])).Body.LocalGet(0).I32Const(0).I32Const(compressed.Length).MemoryInit(segment, memory);
    }

    /// <summary>
    /// A record for every file, one behind the other: its size, its names in that directory, each with a NUL, an empty
    /// name, and the file, rearranged.
    /// </summary>
    internal static byte[] Records(IReadOnlyList<ZoneFile> files)
    {
        using MemoryStream records = new();
        using BinaryWriter writer = new(records, Encoding.UTF8);
        foreach (var same in files.OrderBy(file => file.Path, StringComparer.Ordinal).GroupBy(file => Convert.ToBase64String(file.Content.Span)))
        {
            var content = same.First().Content.ToArray();
            Rearrange(content, same.First().Path);
            writer.Write(content.Length);
            foreach (var file in same)
            {
                var name = file.Path.StartsWith(Directory, StringComparison.Ordinal) ? file.Path[Directory.Length..]
                    : throw new LinkException($"The runtime has time zone data for '{file.Path}', which is not in {Directory}.");
                writer.Write(Encoding.UTF8.GetBytes(name + '\0'));
            }

            writer.Write('\0');
            writer.Write(content);
        }

        return records.ToArray();
    }

    /// <summary>
    /// Makes a file (RFC 9636) one that compresses well: of its transition times the differences, first the highest bytes
    /// of all, then the next ones, and so on. Files of other kinds stay as they are.
    /// </summary>
    private static void Rearrange(Span<byte> file, string path)
    {
        if (!file.StartsWith("TZif"u8))
        {
            return;
        }

        // A file has all data twice, first in four bytes for programs that know only those.
        var second = HeadSize + BodySize(file, sizeof(int), path);
        if (file.Length < second + HeadSize || !file[second..].StartsWith("TZif"u8)
            || file.Length < second + HeadSize + BodySize(file[second..], TimeSize, path))
        {
            throw new LinkException($"The runtime's time zone data for '{path}' is not of version 2 or later.");
        }

        var count = Number(file[second..], 32);
        var times = file.Slice(second + HeadSize, count * TimeSize);
        var planes = new byte[times.Length];
        var last = 0L;
        for (var i = 0; i < count; i++)
        {
            var time = BinaryPrimitives.ReadInt64BigEndian(times[(i * TimeSize)..]);
            for (var plane = 0; plane < TimeSize; plane++)
            {
                planes[(plane * count) + i] = (byte)((time - last) >> (8 * (TimeSize - 1 - plane)));
            }

            last = time;
        }

        planes.CopyTo(times);
    }

    private static int BodySize(ReadOnlySpan<byte> head, int timeSize, string path)
    {
        if (head.Length < HeadSize)
        {
            throw new LinkException($"The runtime's time zone data for '{path}' ends within a head.");
        }

        return Number(head, 20) + Number(head, 24) + (Number(head, 28) * (timeSize + 4)) + (Number(head, 32) * (timeSize + 1)) + (Number(head, 36) * 6) + Number(head, 40);
    }

    private static int Number(ReadOnlySpan<byte> head, int offset) => BinaryPrimitives.ReadInt32BigEndian(head[offset..]);

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (DeflateStream deflate = new(compressed, CompressionLevel.SmallestSize))
        {
            deflate.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static Function Define(Module module, string name, FunctionType type) => module.Add(new Function(type) { Name = name });
}
