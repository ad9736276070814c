using Skiff.Wasm;
using Skiff.Wasm.References;

namespace Skiff.Runtime.References;

/// <summary>
/// Static data that parts of the module may use whose object files are not there: every number in their code, and every
/// word of their data, is taken for an address. String literals they share with others, by any part of them; other
/// data of the object files they can use only by its name, which is its beginning.
/// </summary>
internal static class Pinned
{
    /// <summary>Adds the ranges to <paramref name="root"/>.</summary>
    public static void Apply(
        RuntimeSymbol root, Module module, MemoryImage image, MergedStrings strings, RuntimeObjects objects, IReadOnlySet<RuntimeSymbol> kept)
    {
        var known = kept.Where(s => s.Segment is { IsStrings: false } && s.Data.Count == 1).Select(s => s.Data[0]).OrderBy(d => d.Address).ToArray();
        var starts = Array.ConvertAll(known, d => d.Address);
        HashSet<DataRange> pinned = [];
        foreach (var function in module.Functions.Where(f => !f.IsImported && objects.SymbolsOf(f).Count == 0))
        {
            foreach (var instruction in function.Body)
            {
                if (instruction.Opcode == Opcode.I32Const)
                {
                    Pin((uint)instruction.Int32);
                }
                else if (instruction.Operand is Memory && instruction.MemoryArgument.Offset is <= uint.MaxValue and var offset)
                {
                    Pin((uint)offset);
                }
            }
        }

        for (var address = (image.Start + 3) & ~3u; address + sizeof(uint) <= image.End; address += sizeof(uint))
        {
            if (RangeAt(address) is null && (address < strings.Start || address >= strings.End))
            {
                Pin(image.Word(address));
            }
        }

        root.Data.AddRange(pinned.Order(Comparer<DataRange>.Create((a, b) => (a.Address, a.Size).CompareTo((b.Address, b.Size)))));

        void Pin(uint address)
        {
            if (address >= strings.Start && address < strings.End)
            {
                pinned.Add(new(address, strings.EndOf(address) - address));
            }
            else if (RangeAt(address) is { } range && range.Address == address)
            {
                pinned.Add(range);
            }
        }

        DataRange? RangeAt(uint address)
        {
            var index = Array.BinarySearch(starts, address);
            index = index < 0 ? ~index - 1 : index;
            return index >= 0 && address < known[index].End ? known[index] : null;
        }
    }
}
