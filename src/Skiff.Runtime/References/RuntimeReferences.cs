using Skiff.Runtime.Packing;
using Skiff.Wasm;
using Skiff.Wasm.Linking;
using Skiff.Wasm.References;

namespace Skiff.Runtime.References;

/// <summary>
/// Makes the graph of what the runtime's functions and static data refer to: from the object files in the runtime's
/// package, found again in the module that was linked from them.
/// </summary>
public sealed class RuntimeReferences
{
    private readonly Module _module;
    private readonly RuntimeObjects _objects;
    private readonly List<ReferenceEntry> _entries = [];
    private readonly HashSet<RuntimeSymbol> _kept = [];

    private RuntimeReferences(RuntimePackage package, Module module)
    {
        _module = module;
        _objects = RuntimeObjects.Read(package, module);
    }

    /// <summary>Analyses the module of <paramref name="package"/>, which is as it was read, its functions named.</summary>
    /// <exception cref="LinkException">The package is made another way than the analysis knows; the message says what moved.</exception>
    public static RuntimeReferences Analyze(RuntimePackage package, Module module)
    {
        var references = new RuntimeReferences(package, module);
        references.Run(package);
        return references;
    }

    /// <summary>The files of time zone data that the runtime has.</summary>
    public IReadOnlyList<ZoneFile> ZoneFiles { get; private set; } = [];

    /// <summary>Cuts parts that a program never uses off the module (<see cref="UnusedParts"/>).</summary>
    /// <exception cref="LinkException">The runtime is not made as is known; the message says what moved.</exception>
    public void CutOffUnusedParts() => UnusedParts.CutOff(_module, _objects, _kept, AddRoot("what is never there"));

    /// <summary>The graph, for the module that was made of the analysed one.</summary>
    public ReferenceGraph ToGraph(Module module)
    {
        var functions = new Dictionary<Function, int>(ReferenceEqualityComparer.Instance);
        foreach (var function in ReferenceGraph.FunctionsOf(module))
        {
            functions.Add(function, functions.Count);
        }

        // What has nothing that could be kept or removed, and leads nowhere, need not be told.
        var told = _objects.Symbols.Where(s => _kept.Contains(s)
            && (s.IsRoot || s.Slots.Count > 0 || s.Shared.Count > 0 || s.Data.Count > 0 || s.References.Count > 0 || s.Functions.Exists(functions.ContainsKey))).ToList();
        told.AddRange(_entries.Select(e => _objects.Symbols[e.Node]).Distinct().Except(told));
        var indices = told.Select((symbol, index) => (symbol, index)).ToDictionary(p => p.symbol, p => p.index);
        return new(
            ReferenceGraph.FingerprintOf(module),
            [.. told.Select(symbol => new ReferenceNode
            {
                IsRoot = symbol.IsRoot,
                References = [.. symbol.References.Where(indices.ContainsKey).Select(r => indices[r])],
                Functions = [.. symbol.Functions.Where(functions.ContainsKey).Select(f => functions[f])],
                Slots = [.. symbol.Slots, .. symbol.Shared],
                Data = symbol.Data,
            })],
            [.. _entries.Select(e => e with { Node = indices[_objects.Symbols[e.Node]] })]);
    }

    private void Run(RuntimePackage package)
    {
        var driver = DriverSources.AddTo(_objects, package);
        foreach (var function in _module.Functions.Where(f => !f.IsImported && _objects.SymbolsOf(f).Count == 0))
        {
            if (function.Name is { } name && driver.TryGetValue(name, out var symbol))
            {
                symbol.Functions.Add(function);
            }
        }

        var image = new MemoryImage(_module);
        var strings = new MergedStrings(image, [.. _objects.Files.SelectMany(f => f.Segments).Where(s => s.IsStrings).Select(s => s.Segment.Bytes.ToArray())]);
        var slots = TableOrder.Slots(_module);
        var named = PInvokeTable.Read(image, strings, slots.Select(s => s.Slot).ToHashSet());
        AddNamed(named, slots);
        FindKept(driver.Values);
        _entries.AddRange(InternalCallTable.Split(_objects));

        // A slot whose symbol is not known may be used by anything; that of a P/Invoke, by the table alone.
        var tables = named.Select(n => n.Slot).ToHashSet();
        foreach (var slot in TableOrder.Apply(_objects, slots, _kept).Where(s => !tables.Contains(s)))
        {
            AddRoot($"slot {slot}").Slots.Add(slot);
        }

        DataLayout.Apply(_objects, image, strings, _kept);
        ZoneFiles = ZoneTable.TakeOut(_objects, image);
        Pinned.Apply(AddRoot("what code without object files uses"), _module, image, strings, _objects, _kept);
    }

    private RuntimeSymbol AddRoot(string name)
    {
        var symbol = _objects.Add(name);
        symbol.IsRoot = true;
        _kept.Add(symbol);
        return symbol;
    }

    private void AddNamed(IEnumerable<(string Library, string Function, uint Slot)> named, IReadOnlyList<(uint Slot, Function Function)> slots)
    {
        var functions = slots.ToDictionary(s => s.Slot, s => s.Function);
        foreach (var (library, name, slot) in named)
        {
            var symbol = _objects.Add(name);
            symbol.Slots.Add(slot);
            symbol.Functions.Add(functions[slot]);
            symbol.References.UnionWith(_objects.Find(name));
            _entries.Add(new(EntryKind.PInvoke, library, name, symbol.Index));
        }
    }

    // What the linker kept of the object files: more cannot be reached in the module.
    private void FindKept(IEnumerable<RuntimeSymbol> driver)
    {
        var pending = new Queue<RuntimeSymbol>();
        void Keep(IEnumerable<RuntimeSymbol> symbols)
        {
            foreach (var symbol in symbols)
            {
                if (_kept.Add(symbol))
                {
                    pending.Enqueue(symbol);
                }
            }
        }

        Keep(driver);
        Keep(_objects.Symbols.Where(s => s.IsRoot));
        Keep(_entries.Select(e => _objects.Symbols[e.Node]));
        Keep(_module.Exports.SelectMany(e => _objects.Find(e.Name)));
        while (pending.TryDequeue(out var symbol))
        {
            Keep(symbol.References);
        }
    }
}
