using System.Buffers.Binary;
using System.Text;
using Skiff.Wasm.Linking;
using Skiff.Wasm.References;

namespace Skiff.Runtime.References;

/// <summary>
/// The runtime's table of internal calls (mono/metadata/icall-table.c): types, each with the index of its first
/// method; methods; and the functions of the methods. Names are offsets into one text each.
/// </summary>
internal static class InternalCallTable
{
    private const string Functions = "icall_functions";

    /// <summary>
    /// Makes each function of the table an entry of its own, where the table as a whole would lead to all of them.
    /// </summary>
    /// <exception cref="LinkException">The table has another form.</exception>
    public static IEnumerable<ReferenceEntry> Split(RuntimeObjects objects)
    {
        var table = Find(objects, Functions);
        var types = Texts(objects, "icall_type_names_idx", "icall_type_names_str");
        var methods = Texts(objects, "icall_names_idx", "icall_names_str");
        var firsts = Numbers(objects, "icall_type_descs");
        if (firsts.Length != types.Length + 1 || firsts[^1] != methods.Length || !firsts.SequenceEqual(firsts.Order()))
        {
            throw new LinkException(
                $"The runtime's table of internal calls has {types.Length} types and {methods.Length} methods, but tells the methods of {firsts.Length - 1} types and of {firsts[^1]} methods apart; its form has changed.");
        }

        var functions = table.Relocations.ToDictionary(r => r.Offset / sizeof(uint), r => objects.Resolve(r.Symbol));
        List<ReferenceEntry> entries = [];
        for (var type = 0; type < types.Length; type++)
        {
            for (var method = firsts[type]; method < firsts[type + 1]; method++)
            {
                if (!functions.Remove(method, out var targets) || targets is not [var target])
                {
                    throw new LinkException($"The runtime's internal call {types[type]}::{methods[method]} has no function of its own.");
                }

                // Overloads have their parameters behind the name; all of them are one entry.
                entries.Add(new(EntryKind.InternalCall, types[type], methods[method].Split('(')[0], target.Index));
            }
        }

        if (functions.Count > 0)
        {
            throw new LinkException($"The runtime's table of internal calls has {functions.Count} functions too many; its form has changed.");
        }

        table.References.Clear();
        return entries;
    }

    private static RuntimeSymbol Find(RuntimeObjects objects, string name) =>
        objects.Symbols.Where(s => s.Segment is not null && s.Names.Contains(name)).ToList() is [var found]
            ? found
            : throw new LinkException($"The runtime's object files do not define {name} once, which the table of internal calls is made of.");

    private static ushort[] Numbers(RuntimeObjects objects, string name)
    {
        var bytes = Find(objects, name).Segment!.Segment.Bytes.Span;
        var numbers = new ushort[bytes.Length / sizeof(ushort)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
        }

        return numbers;
    }

    private static string[] Texts(RuntimeObjects objects, string offsets, string texts)
    {
        var bytes = Find(objects, texts).Segment!.Segment.Bytes;
        return Array.ConvertAll(Numbers(objects, offsets), offset =>
        {
            var rest = bytes.Span[offset..];
            return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
        });
    }
}
