namespace Skiff.Wit.Tests;

/// <summary>Makes packages that are valid and otherwise arbitrary. One seed always makes the same ones.</summary>
internal sealed class ModelGenerator(int seed)
{
    private static readonly string[] Words =
        ["a", "b1", "list", "type", "use", "XML", "error-context", "result", "own", "some-name", "get-URL", "x-2", "interface"];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _used = [];
    private int _next;

    /// <summary>Packages, each after those it refers to.</summary>
    public List<Package> Generate()
    {
        List<Package> packages = [];
        List<Interface> known = [];
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            Package package = new(new("test", Name().ToLowerInvariant(), new(1, (ulong)_random.Next(1, 4), 0, Chance(4) ? "rc.1" : null)))
            {
                Documentation = Documentation(),
            };
            for (int j = _random.Next(5); j > 0; j--)
            {
                package.Interfaces.Add(Fill(new(package, Name()) { Documentation = Documentation(), Stability = Gate() }, known));
                known.Add(package.Interfaces[^1]);
            }

            for (int j = _random.Next(3); j > 0; j--)
            {
                package.Worlds.Add(MakeWorld(package, known));
            }

            packages.Add(package);
        }

        return packages;
    }

    private Interface Fill(Interface item, List<Interface> known)
    {
        AddTypes(item, item.Types, known);
        for (int i = _random.Next(4); i > 0; i--)
        {
            item.Functions.Add(Complete(new Function(Name()), item.Types));
        }

        return item;
    }

    private void AddTypes(TypeOwner owner, List<TypeDefinition> types, List<Interface> known)
    {
        List<TypeDefinition> usable = [.. known.SelectMany(other => other.Types)];
        for (int i = usable.Count == 0 ? 0 : _random.Next(3); i > 0; i--)
        {
            TypeDefinition used = Pick(usable);
            types.Add(new AliasDefinition(owner, Name(), used) { Stability = Gate() });
        }

        // Uses of one interface that follow each other and are gated alike print as one.
        List<ResourceDefinition> resources = [];
        for (int i = _random.Next(6); i > 0; i--)
        {
            TypeDefinition type = MakeType(owner, types);
            type.Documentation = Documentation();
            type.Stability = Gate();
            type.ExternalId = owner is Interface && Chance(6) ? "an \"id\"\u0001\u202E\\" : null;
            types.Add(type);
            if (type is ResourceDefinition resource)
            {
                resources.Add(resource);
            }
        }

        foreach (ResourceDefinition resource in resources)
        {
            if (Chance(2))
            {
                Function constructor = Complete(new Function(resource, FunctionKind.Constructor), types);
                constructor.IsAsync = false;
                constructor.Result = Chance(2) ? new OwnType(resource) : new ResultType(new OwnType(resource), Chance(2) ? ValueType(types) : null);
                resource.Functions.Add(constructor);
            }

            for (int i = _random.Next(3); i > 0; i--)
            {
                resource.Functions.Add(Complete(new Function(resource, Chance(2) ? FunctionKind.Method : FunctionKind.Static, Name()), types));
            }
        }
    }

    private TypeDefinition MakeType(TypeOwner owner, List<TypeDefinition> types)
    {
        switch (_random.Next(7))
        {
            case 0:
                RecordDefinition record = new(owner, Name());
                record.Fields.AddRange(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new Field(Name(), AnyType(types), Documentation())));
                return record;
            case 1:
                VariantDefinition variant = new(owner, Name());
                variant.Cases.AddRange(
                    Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new VariantCase(Name(), Chance(2) ? AnyType(types) : null, Documentation())));
                return variant;
            case 2:
                EnumDefinition item = new(owner, Name());
                item.Cases.AddRange(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new EnumCase(Name(), Documentation())));
                return item;
            case 3:
                FlagsDefinition flags = new(owner, Name());
                flags.Flags.AddRange(Enumerable.Range(0, _random.Next(1, 33)).Select(_ => new Flag(Name(), Documentation())));
                return flags;
            case 4:
                return new ResourceDefinition(owner, Name());
            case 5 when types.Count > 0:
                return new AliasDefinition(owner, Name(), Pick(types));
            default:
                return new AliasDefinition(owner, Name(), AnyType(types));
        }
    }

    private World MakeWorld(Package package, List<Interface> known)
    {
        World world = new(package, Name()) { Documentation = Documentation(), Stability = Gate() };
        foreach (Interface item in known.Where(_ => Chance(3)))
        {
            world.Imports.Add(Describe(new WorldInterface(item)));
        }

        AddExterns(world.Imports, package, known);
        List<TypeDefinition> types = [];
        AddTypes(world, types, known);
        world.Imports.AddRange(types.Select(type => new WorldType(type)));
        for (int i = _random.Next(3); i > 0; i--)
        {
            world.Imports.Add(new WorldFunction(Complete(new Function(Name()), types)));
            world.Exports.Add(new WorldFunction(Complete(new Function(Name()), types)));
        }

        // Exports of interfaces under their own names would have to fit together.
        AddExterns(world.Exports, package, known);
        return world;
    }

    private void AddExterns(List<WorldItem> items, Package package, List<Interface> known)
    {
        if (Chance(2))
        {
            items.Add(Describe(new WorldInterface(Fill(new(package, null), known), Name())));
        }

        if (known.Count > 0 && Chance(2))
        {
            items.Add(Describe(new WorldInterface(Pick(known), Name())));
        }
    }

    private WorldInterface Describe(WorldInterface item)
    {
        item.Documentation = Documentation();
        item.Stability = Gate();
        item.ExternalId = item.PlainName is not null && Chance(4) ? "https://example.org/?a=b#c" : null;
        return item;
    }

    private Function Complete(Function function, List<TypeDefinition> types)
    {
        function.Documentation = Documentation();
        function.Stability = Gate();
        function.IsAsync = Chance(4);
        function.ExternalId = Chance(8) ? "\u2603\t" : null;
        if (function.Kind == FunctionKind.Method)
        {
            function.Parameters.Add(new("self", new BorrowType(function.Resource!)));
        }

        for (int i = _random.Next(4); i > 0; i--)
        {
            function.Parameters.Add(new(Name(), AnyType(types)));
        }

        function.Result = Chance(2) ? ValueType(types) : null;
        return function;
    }

    // A type that holds no borrowed handles.
    private WitType ValueType(List<TypeDefinition> types)
    {
        WitType type = AnyType(types);
        return type.ContainsBorrow() ? PrimitiveType.String : type;
    }

    private WitType AnyType(List<TypeDefinition> types, int depth = 0)
    {
        if (depth < 4)
        {
            switch (_random.Next(14))
            {
                case 0:
                    return new ListType(AnyType(types, depth + 1), Chance(4) ? (uint)_random.Next(1, 5) : null);
                case 1:
                    return new OptionType(AnyType(types, depth + 1));
                case 2:
                    return new ResultType(
                        Chance(2) ? AnyType(types, depth + 1) : null, Chance(2) ? AnyType(types, depth + 1) : null);
                case 3:
                    return new TupleType([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => AnyType(types, depth + 1))]);
                case 4:
                    return new MapType(Pick([PrimitiveType.String, PrimitiveType.U8, PrimitiveType.Char, PrimitiveType.Bool]), AnyType(types, depth + 1));
                case 5:
                    return new FutureType(Chance(3) ? null : ValueType(types));
                case 6:
                    return new StreamType(Chance(3) ? null : ValueType(types) is var type && type.Unaliased == PrimitiveType.Char ? null : type);
                case 7 or 8 or 9 when types.Count > 0:
                    TypeDefinition definition = Pick(types);
                    return definition.Unaliased is ResourceDefinition
                        ? Chance(2) ? new OwnType(definition) : new BorrowType(definition)
                        : definition;
                default:
                    break;
            }
        }

        return Pick(PrimitiveType.All);
    }

    private Stability Gate() => _random.Next(6) switch
    {
        0 => new(new(1, 0, 0), null, null),
        1 => new(new(0, 9, 0), null, new(1, 0, 0, "a")),
        2 => new(null, "type", null),
        _ => Stability.Ungated,
    };

    private string? Documentation() => _random.Next(6) switch
    {
        0 => "One line.",
        1 => "First.\n\n  Indented // and /* odd */.\nLast",
        2 => "/ slashes\n*/ stars",
        _ => null,
    };

    // A word once, and numbered after that, so that no names are alike.
    private string Name()
    {
        string word = Pick(Words);
        return _used.Add(word) ? word : $"{word}-n{_next++}";
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
