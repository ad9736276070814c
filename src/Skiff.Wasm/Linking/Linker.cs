namespace Skiff.Wasm.Linking;

/// <summary>
/// Merges modules into one. What the merged module imports from <see cref="InternalModule"/> are functions of the
/// target; what it exports as <c>module.name</c> satisfies the target's import of that module and name, as
/// <c>runtime.name</c> replaces the target's own function, and without a dot becomes an export of the target. So does a
/// name with a number sign, which is that of a function of an interface, such as <c>wasi:cli/run@0.2.0#run</c>.
/// </summary>
public sealed class Linker
{
    private readonly Module _target;
    private readonly Dictionary<Import, Extern> _bindings = [];

    /// <summary>Links into a module.</summary>
    public Linker(Module target) => _target = target;

    /// <summary>The module name that stands for the target itself.</summary>
    public string InternalModule { get; init; } = "runtime";

    /// <summary>Satisfies an import of merged modules by an item of the target.</summary>
    public Linker Bind(string moduleName, string name, Extern item)
    {
        _bindings[new Import(moduleName, name)] = item;
        return this;
    }

    /// <summary>Satisfies imports of merged modules from a module name by the target's exports of the same names.</summary>
    public Linker BindExports(string moduleName)
    {
        foreach (Export export in _target.Exports)
        {
            Bind(moduleName, export.Name, export.Item);
        }

        return this;
    }

    /// <summary>
    /// Moves all of a module into the target, and leaves it empty but for its custom sections. Tables and memories
    /// grow so that its segments fit. Imports that nothing satisfies stay imports, joined with the target's own.
    /// </summary>
    /// <remarks>
    /// A function that replaces one of the target's own may import that one, to wrap it: imports of the merged module
    /// mean the functions that the target had before.
    /// </remarks>
    /// <exception cref="LinkException">
    /// A function is missing, types do not fit, or both modules export the same name. The target is unchanged then.
    /// </exception>
    public LinkResult Merge(Module source)
    {
        List<Import> satisfied = [];
        List<string> replaced = [];
        List<string> unused = [];
        List<Export> exported = [];
        Dictionary<Extern, Extern> inTarget = new(ReferenceEqualityComparer.Instance);
        ILookup<Import, Extern> imports = _target.Imports.ToLookup(item => item.Import!);
        foreach (Export export in source.Exports)
        {
            int dot = export.Name.Contains('#') ? -1 : export.Name.IndexOf('.');
            if (dot < 0)
            {
                exported.Add(_target.FindExport(export.Name) is null
                    ? export
                    : throw new LinkException($"Both modules export '{export.Name}'."));
                continue;
            }

            Import import = new(export.Name[..dot], export.Name[(dot + 1)..]);
            if (import.Module == InternalModule)
            {
                Add(inTarget, _target.GetFunction(import.Name), export.Item);
                replaced.Add(import.Name);
            }
            else if (imports.Contains(import))
            {
                foreach (Extern item in imports[import])
                {
                    Add(inTarget, item, export.Item);
                }

                satisfied.Add(import);
            }
            else
            {
                unused.Add(export.Name);
            }
        }

        Dictionary<Extern, Extern> inSource = new(ReferenceEqualityComparer.Instance);
        foreach (Extern item in source.Imports)
        {
            if (Resolve(item, imports, inTarget) is { } resolved)
            {
                Add(inSource, item, resolved);
            }
        }

        // An export may pass on an import, and an import may mean one that an export satisfies.
        Dictionary<Extern, Extern> meanings = new(ReferenceEqualityComparer.Instance);
        foreach ((Extern item, Extern replacement) in inTarget.Where(pair => pair.Key.IsImported).Concat(inSource))
        {
            meanings.Add(item, replacement);
        }

        inTarget = Follow(inTarget, meanings);
        inSource = Follow(inSource, meanings);

        _target.Redirect(inTarget);
        source.Redirect(inSource);
        Move(source, inSource, exported);
        RemoveReplacedImports(inTarget);
        GlobalOrder.Restore(_target.Globals);
        return new LinkResult(satisfied, replaced, [.. exported.Select(export => export.Name)], unused);
    }

    private static void Add(Dictionary<Extern, Extern> replacements, Extern wanted, Extern given)
    {
        ExternMatching.Check(wanted, given);
        if (!replacements.TryAdd(wanted, given))
        {
            throw new LinkException($"The {wanted} is replaced twice.");
        }
    }

    /// <summary>Replaces each replacement by what it means in turn.</summary>
    private static Dictionary<Extern, Extern> Follow(
        Dictionary<Extern, Extern> replacements, Dictionary<Extern, Extern> meanings)
    {
        Dictionary<Extern, Extern> followed = new(ReferenceEqualityComparer.Instance);
        foreach ((Extern item, Extern replacement) in replacements)
        {
            Extern last = replacement;
            for (int steps = 0; meanings.TryGetValue(last, out Extern? next); last = next)
            {
                if (++steps > meanings.Count)
                {
                    throw new LinkException($"The {item} is replaced by itself.");
                }
            }

            followed.Add(item, last);
        }

        return followed;
    }

    private static void Join<T>(List<T> target, List<T> source, Dictionary<Extern, Extern> resolved)
        where T : Extern
    {
        target.AddRange(source.Where(item => !resolved.ContainsKey(item)));
        source.Clear();
    }

    /// <summary>What an import of the merged module means in the target; null if it stays an import.</summary>
    private Extern? Resolve(Extern item, ILookup<Import, Extern> imports, Dictionary<Extern, Extern> inTarget)
    {
        Import import = item.Import!;
        if (_bindings.TryGetValue(import, out Extern? bound))
        {
            return bound;
        }

        if (import.Module == InternalModule)
        {
            return _target.GetFunction(import.Name);
        }

        // The same import in both modules is one import, unless the merged module is what satisfies it.
        return imports[import].FirstOrDefault(own => own.Kind == item.Kind && !inTarget.ContainsKey(own));
    }

    private void Move(Module source, Dictionary<Extern, Extern> resolved, List<Export> exported)
    {
        Join(_target.Functions, source.Functions, resolved);
        Join(_target.Tables, source.Tables, resolved);
        Join(_target.Memories, source.Memories, resolved);
        Join(_target.Globals, source.Globals, resolved);
        Join(_target.Tags, source.Tags, resolved);
        _target.Types.AddRange(source.Types);
        _target.Exports.AddRange(exported);
        source.ElementSegments.ForEach(SegmentRoom.Make);
        source.DataSegments.ForEach(SegmentRoom.Make);
        _target.ElementSegments.AddRange(source.ElementSegments);
        _target.DataSegments.AddRange(source.DataSegments);
        JoinStart(source.Start);

        source.Types.Clear();
        source.Exports.Clear();
        source.ElementSegments.Clear();
        source.DataSegments.Clear();
        source.Start = null;
    }

    private void JoinStart(Function? start)
    {
        if (start is not null && _target.Start is { } own)
        {
            Function both = new(own.Type) { Name = "start of both modules" };
            both.Body.Call(own).Call(start);
            _target.Start = _target.Add(both);
        }
        else
        {
            _target.Start ??= start;
        }
    }

    private void RemoveReplacedImports(Dictionary<Extern, Extern> replacements)
    {
        bool IsReplaced(Extern item) => item.IsImported && replacements.ContainsKey(item);
        _target.Functions.RemoveAll(IsReplaced);
        _target.Tables.RemoveAll(IsReplaced);
        _target.Memories.RemoveAll(IsReplaced);
        _target.Globals.RemoveAll(IsReplaced);
        _target.Tags.RemoveAll(IsReplaced);
    }
}
