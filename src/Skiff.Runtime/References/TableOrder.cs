using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.References;

/// <summary>
/// Tells which symbol each slot of the function table was given to. The module does not say: functions with the same
/// code were made one, under one of their names. But the linker gives slots in the order in which it meets the
/// relocations that take them: object file by object file, functions, then data. That order is aligned with the slots
/// by the names that are the same; what lies between two such anchors in equal number is the same, too.
/// </summary>
internal sealed class TableOrder
{
    private readonly IReadOnlyList<(uint Slot, Function Function)> _slots;
    private readonly List<RuntimeSymbol> _order;

    private TableOrder(IReadOnlyList<(uint Slot, Function Function)> slots, List<RuntimeSymbol> order)
    {
        _slots = slots;
        _order = order;
    }

    /// <summary>Notes in the symbols of <paramref name="objects"/> which slots they have.</summary>
    /// <param name="objects">The object files.</param>
    /// <param name="slots">The slots of the module.</param>
    /// <param name="kept">What was kept when the module was linked.</param>
    /// <returns>The slots that anything may have.</returns>
    /// <exception cref="LinkException">Hardly any slot is where it is assumed; the order is another one.</exception>
    public static IReadOnlyList<uint> Apply(
        RuntimeObjects objects, IReadOnlyList<(uint Slot, Function Function)> slots, IReadOnlySet<RuntimeSymbol> kept)
    {
        var order = new TableOrder(slots, Order(objects, kept));
        var known = order.Align();
        if (known.Count < slots.Count * 0.8)
        {
            throw new LinkException(
                $"Of {slots.Count} slots of the runtime's function table {known.Count} are where the linker of its object files puts them; is it another linker now?");
        }

        HashSet<RuntimeSymbol> anywhere =
        [
            .. objects.Symbols.Where(s => kept.Contains(s) && s.File is not null && !objects.IsPlaced(s.File))
                .SelectMany(s => s.Relocations).Where(r => r.TakesSlot).SelectMany(r => objects.Resolve(r.Symbol)),
        ];
        return order.Share(known, anywhere);
    }

    // A slot that is not known has a symbol from between its neighbours, or one that object files without a place take.
    private List<uint> Share(HashSet<uint> known, IReadOnlySet<RuntimeSymbol> anywhere)
    {
        var places = _order.SelectMany((symbol, i) => symbol.Slots.Select(slot => (slot, i))).ToDictionary(p => p.slot, p => p.i);
        var last = known.Max();
        List<uint> unshared = [];
        var (before, next) = (-1, 0);
        for (var i = 0; i < _slots.Count; i++)
        {
            var (slot, function) = _slots[i];
            if (known.Contains(slot))
            {
                before = places[slot];
                continue;
            }

            next = Math.Max(next, i);
            while (next < _slots.Count && !known.Contains(_slots[next].Slot))
            {
                next++;
            }

            // The driver's object files come first, and the C library's last.
            if (before < 0 || slot > last)
            {
                unshared.Add(slot);
                continue;
            }

            var after = next < _slots.Count ? places[_slots[next].Slot] : _order.Count;
            var between = _order[(before + 1)..Math.Max(after, before + 1)];
            var candidates = between.Concat(anywhere).Where(s => s.Slots.Count == 0 && s.Function!.Type.Equals(function.Type)).ToHashSet();
            foreach (var symbol in candidates)
            {
                symbol.Shared.Add(slot);
            }

            if (candidates.Count == 0)
            {
                unshared.Add(slot);
            }
        }

        return unshared;
    }

    /// <summary>The slots that the module's element segments fill.</summary>
    public static IReadOnlyList<(uint Slot, Function Function)> Slots(Module module)
    {
        List<(uint, Function)> slots = [];
        foreach (var segment in module.ElementSegments.Where(s => s.Table is not null))
        {
            var first = (uint)(segment.Offset!.IntegerValue ?? throw new LinkException("An element segment of the runtime has no constant offset."));
            for (var i = 0; i < segment.Items.Count; i++)
            {
                if (segment.Items[i].Instructions is [{ Opcode: Opcode.RefFunc } reference, ..])
                {
                    slots.Add((first + (uint)i, reference.Function));
                }
            }
        }

        return slots;
    }

    private static List<RuntimeSymbol> Order(RuntimeObjects objects, IReadOnlySet<RuntimeSymbol> kept)
    {
        var order = new List<RuntimeSymbol>();
        var seen = new HashSet<RuntimeSymbol>();
        foreach (var symbol in objects.Symbols.Where(kept.Contains))
        {
            foreach (var relocation in symbol.Relocations.Where(r => r.TakesSlot))
            {
                // The linker takes the first of several definitions.
                if (objects.Resolve(relocation.Symbol) is [var target, ..] && seen.Add(target))
                {
                    order.Add(target);
                }
            }
        }

        return order;
    }

    private HashSet<uint> Align()
    {
        HashSet<uint> known = [];
        var (slot, symbol) = (0, 0);
        foreach (var (nextSlot, nextSymbol) in Anchors())
        {
            if (nextSlot - slot == nextSymbol - symbol)
            {
                for (; slot < nextSlot; slot++, symbol++)
                {
                    Note(slot, symbol);
                }
            }

            (slot, symbol) = (nextSlot, nextSymbol);
            if (slot < _slots.Count)
            {
                Note(slot++, symbol++);
            }
        }

        return known;

        // The types must agree, or calling through the slot would trap.
        void Note(int slot, int symbol)
        {
            if (_slots[slot].Function.Type.Equals(_order[symbol].Function!.Type))
            {
                _order[symbol].Slots.Add(_slots[slot].Slot);
                known.Add(_slots[slot].Slot);
            }
        }
    }

    // The longest common subsequence by name, then the end of both.
    private List<(int Slot, int Symbol)> Anchors()
    {
        var numbers = new Dictionary<(string Name, FunctionType Type), int>();
        int Number(string name, FunctionType type) => numbers.TryGetValue((name, type), out var number) ? number : -1;
        foreach (var (_, function) in _slots)
        {
            numbers.TryAdd((SymbolNames.OfFunction(function.Name ?? ""), function.Type), numbers.Count);
        }

        var rowNames = _slots.Select(s => Number(SymbolNames.OfFunction(s.Function.Name ?? ""), s.Function.Type)).ToList();
        var columnNames = _order.ConvertAll(s => s.Names.Select(SymbolNames.OfSymbol).Distinct().Select(name => Number(name, s.Function!.Type)).Where(n => n >= 0).ToArray());
        var (rows, columns) = (rowNames.Count, columnNames.Count);
        var lengths = new ushort[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = columnNames[j].AsSpan().Contains(rowNames[i])
                    ? (ushort)(lengths[i + 1, j + 1] + 1)
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        List<(int, int)> anchors = [];
        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (columnNames[j].AsSpan().Contains(rowNames[i]))
            {
                anchors.Add((i++, j++));
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        anchors.Add((rows, columns));
        return anchors;
    }
}
