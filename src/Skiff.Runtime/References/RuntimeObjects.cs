using System.Runtime.InteropServices;
using Skiff.Runtime.Packing;
using Skiff.Wasm;
using Skiff.Wasm.Objects;

namespace Skiff.Runtime.References;

/// <summary>
/// The object files that the runtime's module was linked from, which its package has for those who link it anew, and
/// what they refer to. Those of the C and C++ libraries are not there; they refer to nothing here.
/// </summary>
internal sealed class RuntimeObjects
{
    // Of these alternatives the package's module was linked with the other one: with SIMD, and with exceptions of wasm.
    private static readonly string[] s_alternatives = ["libmono-wasm-nosimd.a", "libmono-wasm-eh-js.a"];

    private readonly Dictionary<string, List<RuntimeSymbol>> _globals = [];
    private readonly Dictionary<Function, RuntimeSymbol> _functions = [];
    private readonly Dictionary<DataSegment, RuntimeSymbol> _data = [];
    private readonly Dictionary<Function, List<RuntimeSymbol>> _symbolsOf = [];

    private readonly Dictionary<string, RuntimeSymbol> _external = [];
    private readonly HashSet<ObjectFile> _placed = [];

    private RuntimeObjects()
    {
    }

    /// <summary>The object files, in the order in which they were linked as far as that shows.</summary>
    public List<ObjectFile> Files { get; private set; } = [];

    /// <summary>Everything in them.</summary>
    public List<RuntimeSymbol> Symbols { get; } = [];

    /// <summary>Reads the object files of <paramref name="module"/>, whose functions are named, and finds its functions in them.</summary>
    public static RuntimeObjects Read(RuntimePackage package, Module module)
    {
        var functions = module.Functions.Where(f => !f.IsImported && f.Name is not null).ToLookup(f => SymbolNames.OfFunction(f.Name!));
        var archives = Directory.EnumerateFiles(package.Native, "*.a").Order(StringComparer.Ordinal)
            .Where(path => !s_alternatives.Contains(Path.GetFileName(path)))
            .Select(path => Archive.Read(File.ReadAllBytes(path))
                .Select(member => ObjectFile.Read($"{Path.GetFileName(path)}({member.Name})", member.Bytes)).ToList()).ToList();
        var result = new RuntimeObjects();
        result.Files = result.InLinkOrder([.. Linked(archives, functions)], module);
        result.AddSymbols();
        result.FindFunctions(module);
        result.AddReferences();
        return result;
    }

    /// <summary>Whether the place of an object file in <see cref="Files"/> is known.</summary>
    public bool IsPlaced(ObjectFile file) => _placed.Contains(file);

    /// <summary>The functions that a function of the linked module may be.</summary>
    public IReadOnlyList<RuntimeSymbol> SymbolsOf(Function function) =>
        _symbolsOf.TryGetValue(function, out var found) ? found : [];

    /// <summary>What other object files see under a name; several for code that the compiler puts wherever it is used.</summary>
    public IReadOnlyList<RuntimeSymbol> Find(string name) => _globals.TryGetValue(name, out var found) ? found : [];

    /// <summary>What an object file's symbol stands for; a symbol without an object file for a function of the C library.</summary>
    public IReadOnlyList<RuntimeSymbol> Resolve(ObjectSymbol symbol)
    {
        if (symbol.Kind is not (ObjectSymbolKind.Function or ObjectSymbolKind.Data))
        {
            return [];
        }

        if (symbol.IsUndefined || !symbol.IsLocal)
        {
            return Find(symbol.Name) is [_, ..] found ? found
                : symbol is { Kind: ObjectSymbolKind.Function, Function: { } import } ? [External(symbol.Name, import)]
                : [];
        }

        return symbol.Function is not null ? [_functions[symbol.Function]]
            : symbol.Segment is not null ? [_data[symbol.Segment]]
            : [];
    }

    private RuntimeSymbol External(string name, Function import)
    {
        if (!_external.TryGetValue(name, out var symbol))
        {
            symbol = new RuntimeSymbol { Index = Symbols.Count, Function = import, Names = { name } };
            Symbols.Add(symbol);
            _external.Add(name, symbol);
        }

        return symbol;
    }

    /// <summary>Adds a symbol that no object file has.</summary>
    public RuntimeSymbol Add(string name)
    {
        var symbol = new RuntimeSymbol { Index = Symbols.Count, Names = { name } };
        Symbols.Add(symbol);
        return symbol;
    }

    // Of archives that define the same functions, one was used: the one whose other functions are in the module.
    private static IEnumerable<ObjectFile> Linked(List<List<ObjectFile>> archives, ILookup<string, Function> functions)
    {
        static HashSet<string> Defined(IEnumerable<ObjectFile> files) =>
            [.. files.SelectMany(f => f.Symbols).Where(s => s is { Kind: ObjectSymbolKind.Function, IsUndefined: false, IsLocal: false }).Select(s => s.Name)];
        static HashSet<string> Names(IEnumerable<ObjectFile> files) =>
            [.. files.SelectMany(f => f.Symbols).Where(s => s is { Kind: ObjectSymbolKind.Function, IsUndefined: false }).Select(s => SymbolNames.OfSymbol(s.Name))];
        var defined = archives.ConvertAll(Defined);
        var names = archives.ConvertAll(Names);
        bool IsIn(int archive, int other)
        {
            var own = names[archive].Except(names[other]).ToList();
            return own.Count(functions.Contains) * 2 > own.Count;
        }

        for (var i = 0; i < archives.Count; i++)
        {
            var isOther = Enumerable.Range(0, archives.Count).Any(other => other != i && defined[i].Overlaps(defined[other]) && !IsIn(i, other) && IsIn(other, i));
            if (!isOther)
            {
                foreach (var file in archives[i])
                {
                    yield return file;
                }
            }
        }
    }

    // The linker keeps the order of object files, and in it functions are in the module. Object files without a function
    // of their own in the module do not show where they were.
    private List<ObjectFile> InLinkOrder(List<ObjectFile> files, Module module)
    {
        var owners = files
            .SelectMany(file => file.Symbols.Where(s => s is { Kind: ObjectSymbolKind.Function, IsUndefined: false })
                .Select(s => (Key: SymbolNames.OfSymbol(s.Name), File: file)).Distinct())
            .ToLookup(pair => pair.Key, pair => pair.File);
        var places = new Dictionary<ObjectFile, List<int>>();
        for (var i = 0; i < module.Functions.Count; i++)
        {
            if (module.Functions[i] is { IsImported: false, Name: { } name } && owners[SymbolNames.OfFunction(name)].ToList() is [var owner])
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(places, owner, out _) ??= []).Add(i);
            }
        }

        _placed.UnionWith(places.Keys);
        return [.. files.OrderBy(file => places.TryGetValue(file, out var list) ? list[list.Count / 2] : int.MaxValue)];
    }

    private void AddSymbols()
    {
        foreach (var file in Files)
        {
            foreach (var function in file.Module.Functions.Where(f => !f.IsImported))
            {
                var symbol = new RuntimeSymbol { Index = Symbols.Count, File = file, Function = function };
                Symbols.Add(symbol);
                _functions.Add(function, symbol);
            }

            foreach (var segment in file.Segments)
            {
                var symbol = new RuntimeSymbol { Index = Symbols.Count, File = file, Segment = segment };
                Symbols.Add(symbol);
                _data.Add(segment.Segment, symbol);
            }

            foreach (var definition in file.Symbols.Where(s => !s.IsUndefined))
            {
                var symbol = definition.Function is { IsImported: false } function ? _functions[function]
                    : definition.Segment is { } segment ? _data[segment]
                    : null;
                if (symbol is null)
                {
                    continue;
                }

                symbol.Names.Add(definition.Name);
                if (!definition.IsLocal)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_globals, definition.Name, out _) ??= []).Add(symbol);
                }
            }
        }
    }

    // Static functions of several object files may have one name; where the function is tells whose it is.
    private void FindFunctions(Module module)
    {
        var byName = Symbols.Where(s => s.Function is not null)
            .SelectMany(s => s.Names.Select(SymbolNames.OfSymbol).Distinct().Select(name => (name, s)))
            .ToLookup(p => p.name, p => p.s);
        var ranks = Files.Select((file, rank) => (file, rank)).ToDictionary(p => p.file, p => p.rank);
        var candidates = module.Functions.ConvertAll(f => f is { IsImported: false, Name: { } name } ? byName[SymbolNames.OfFunction(name)].ToList() : []);
        var anchors = Enumerable.Range(0, candidates.Count).Where(i => candidates[i] is [_]).ToList();
        var ordered = IncreasingSequence.Of(anchors, i => ranks[candidates[i][0].File!]).Select(i => anchors[i]).ToList();
        var floor = new int[candidates.Count];
        var ceiling = new int[candidates.Count];
        for (var (i, next, rank) = (0, 0, 0); i < candidates.Count; i++)
        {
            if (next < ordered.Count && ordered[next] == i)
            {
                rank = ranks[candidates[i][0].File!];
                next++;
            }

            floor[i] = rank;
        }

        for (var (i, next, rank) = (candidates.Count - 1, ordered.Count - 1, Files.Count); i >= 0; i--)
        {
            if (next >= 0 && ordered[next] == i)
            {
                rank = ranks[candidates[i][0].File!];
                next--;
            }

            ceiling[i] = rank;
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            // Between two functions of one object file are only its own; between others may be one that shows nowhere.
            bool MayBeHere(RuntimeSymbol s) =>
                _placed.Contains(s.File!) ? ranks[s.File!] >= floor[i] && ranks[s.File!] <= ceiling[i] : floor[i] < ceiling[i];
            var here = candidates[i].Exists(MayBeHere) ? candidates[i].FindAll(MayBeHere) : candidates[i];
            here.ForEach(s => s.Functions.Add(module.Functions[i]));
            _symbolsOf.Add(module.Functions[i], here);
        }
    }

    private void AddReferences()
    {
        foreach (var symbol in Symbols.ToList())
        {
            foreach (var relocation in symbol.Relocations)
            {
                symbol.References.UnionWith(Resolve(relocation.Symbol));
            }
        }

        // What runs before main is used without anything referring to it.
        foreach (var constructor in Files.SelectMany(f => f.Constructors).SelectMany(Resolve))
        {
            constructor.IsRoot = true;
        }
    }
}
