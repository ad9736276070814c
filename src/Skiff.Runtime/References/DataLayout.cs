using System.Buffers.Binary;
using Skiff.Wasm.Objects;
using Skiff.Wasm.References;

namespace Skiff.Runtime.References;

/// <summary>
/// Finds where the static data of the object files lies in the linked module: bytes that the linker leaves as they are
/// must be there, addresses that it fills in must lead to what they name, and slots to the functions.
/// </summary>
internal sealed class DataLayout
{
    /// <summary>How many places are noted for data that has several.</summary>
    private const int MaximumPlaces = 16;

    /// <summary>How many places are tried.</summary>
    private const int MaximumCandidates = 4096;

    private static readonly string[] s_sections = [".rodata", ".data.rel.ro", ".data"];

    private readonly RuntimeObjects _objects;
    private readonly MemoryImage _image;
    private readonly MergedStrings _strings;

    private DataLayout(RuntimeObjects objects, MemoryImage image, MergedStrings strings)
    {
        _objects = objects;
        _image = image;
        _strings = strings;
    }

    /// <summary>Notes in the symbols among <paramref name="kept"/> where they lie.</summary>
    public static void Apply(RuntimeObjects objects, MemoryImage image, MergedStrings strings, IReadOnlySet<RuntimeSymbol> kept)
    {
        var layout = new DataLayout(objects, image, strings);
        var data = objects.Symbols.Where(s => kept.Contains(s) && s.Segment is { IsZero: false } && !s.Segment.Segment.Bytes.IsEmpty).ToList();
        foreach (var symbol in data.Where(s => s.Segment!.IsStrings))
        {
            layout.PlaceString(symbol);
        }

        // What one finds helps to find the next: addresses of found data are numbers to look for.
        var open = data.Where(s => !s.Segment!.IsStrings).ToList();
        for (var before = -1; before != open.Count;)
        {
            before = open.Count;
            open.RemoveAll(layout.Place);
        }

        foreach (var section in data.Where(s => !s.Segment!.IsStrings && s.Data.Count == 1).GroupBy(s => SectionOf(s.Segment!)))
        {
            DropOutliers([.. section]);
        }
    }

    // The linker puts what begins with these names together.
    private static string SectionOf(ObjectSegment segment) =>
        Array.Find(s_sections, name => segment.Name.StartsWith(name, StringComparison.Ordinal)) ?? segment.Name;

    // In a section, data is in the order of the object files. What breaks it has the same bytes by chance: all but the
    // longest increasing sequence of addresses.
    private static void DropOutliers(List<RuntimeSymbol> symbols)
    {
        var sequence = IncreasingSequence.Of(symbols, s => s.Data[0].Address).ToHashSet();
        for (var i = 0; i < symbols.Count; i++)
        {
            if (!sequence.Contains(i))
            {
                symbols[i].Data.Clear();
            }
        }
    }

    private void PlaceString(RuntimeSymbol symbol)
    {
        var bytes = symbol.Segment!.Segment.Bytes;
        if (_strings.Find(bytes.Span) is { } address)
        {
            symbol.Data.Add(new(address, (uint)bytes.Length));
        }
    }

    private bool Place(RuntimeSymbol symbol)
    {
        var size = (uint)symbol.Segment!.Segment.Bytes.Length;
        symbol.Data.Clear();
        if (Candidates(symbol) is { } candidates)
        {
            symbol.Data.AddRange(candidates.Where(a => Fits(symbol, a)).Distinct().Take(MaximumPlaces + 1).Select(a => new DataRange((uint)a, size)));
            if (symbol.Data.Count > MaximumPlaces)
            {
                symbol.Data.Clear();
            }
        }

        return symbol.Data.Count == 1;
    }

    private bool Fits(RuntimeSymbol symbol, long address)
    {
        if (address % symbol.Segment!.Alignment != 0 || !LeftAsItIs(symbol, address) || address + symbol.Segment.Segment.Bytes.Length > _image.End)
        {
            return false;
        }

        foreach (var relocation in symbol.Relocations)
        {
            var targets = _objects.Resolve(relocation.Symbol);
            var value = _image.Word((uint)address + relocation.Offset);
            var right = targets.Count == 0 || relocation.Type switch
            {
                RelocationType.TableIndexI32 => targets.Any(t => t.Slots.Contains(value) || (t.Slots.Count == 0 && (t.Shared.Count == 0 || t.Shared.Contains(value)))),
                RelocationType.MemoryAddressI32 => targets.Any(t => MayLieAt(t, value - OffsetIn(t, relocation) - relocation.Addend)),
                _ => true,
            };
            if (!right)
            {
                return false;
            }
        }

        return true;
    }

    private bool MayLieAt(RuntimeSymbol symbol, long address) =>
        symbol.Segment is null or { IsZero: true }
        || (symbol.Data is [var place] ? place.Address == address : LeftAsItIs(symbol, address));

    private static uint OffsetIn(RuntimeSymbol target, ObjectRelocation relocation) =>
        relocation.Symbol.Segment is not null && relocation.Symbol.Segment == target.Segment?.Segment
            ? relocation.Symbol.Offset
            : target.File?.Symbols.FirstOrDefault(s => s.Segment == target.Segment?.Segment && s.Name == relocation.Symbol.Name)?.Offset ?? 0;

    // The bytes that the linker does not fill in are there.
    private bool LeftAsItIs(RuntimeSymbol symbol, long address)
    {
        var bytes = symbol.Segment!.Segment.Bytes.Span;
        var position = 0;
        foreach (var relocation in symbol.Relocations)
        {
            if (!_image.Holds(address + position, bytes[position..(int)relocation.Offset]))
            {
                return false;
            }

            position = (int)relocation.Offset + sizeof(uint);
        }

        return _image.Holds(address + position, bytes[position..]);
    }

    // Where the rarest number that the data must have lies; null when there is none.
    private IEnumerable<long>? Candidates(RuntimeSymbol symbol)
    {
        (IReadOnlyList<uint> Places, uint Offset)? best = null;
        void Try(uint word, uint offset)
        {
            var places = _image.Find(word);
            if (best is null || places.Count < best.Value.Places.Count)
            {
                best = (places, offset);
            }
        }

        var filled = new HashSet<uint>();
        foreach (var relocation in symbol.Relocations)
        {
            filled.Add(relocation.Offset);
            if (_objects.Resolve(relocation.Symbol) is [var target])
            {
                if (relocation.Type == RelocationType.TableIndexI32 && target.Slots is [var slot])
                {
                    Try(slot, relocation.Offset);
                }
                else if (relocation.Type == RelocationType.MemoryAddressI32 && target.Data is [var place])
                {
                    Try((uint)(place.Address + OffsetIn(target, relocation) + relocation.Addend), relocation.Offset);
                }
            }
        }

        var bytes = symbol.Segment!.Segment.Bytes.Span;
        if (symbol.Segment.Alignment >= sizeof(uint))
        {
            for (uint offset = 0; offset + sizeof(uint) <= bytes.Length && best is not { Places.Count: 1 }; offset += sizeof(uint))
            {
                var word = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)offset..]);
                if (word != 0 && !filled.Contains(offset))
                {
                    Try(word, offset);
                }
            }
        }

        return best is { } seed
            ? seed.Places.Count > MaximumCandidates ? null : seed.Places.Select(a => (long)a - seed.Offset)
            : Occurrences(symbol);
    }

    private List<long>? Occurrences(RuntimeSymbol symbol)
    {
        var bytes = symbol.Segment!.Segment.Bytes.Span;
        var end = symbol.Relocations is [var first, ..] ? (int)first.Offset : bytes.Length;
        var pattern = bytes[..end].TrimEnd((byte)0);
        if (pattern.Length < sizeof(uint))
        {
            return null;
        }

        List<long> found = [];
        for (var position = (int)_image.Start; found.Count <= MaximumCandidates;)
        {
            var next = _image.Bytes[position..].IndexOf(pattern);
            if (next < 0)
            {
                return found;
            }

            found.Add(position + next);
            position += next + 1;
        }

        return null;
    }
}
