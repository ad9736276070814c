using Skiff.Wasm.Components;

namespace Skiff.Components.Reading;

/// <summary>
/// Makes packages of shapes. An interface that is met several times, each time in part, becomes one with all of them; types
/// are known by the names that they are first met under.
/// </summary>
internal sealed class ModelReader
{
    private readonly Dictionary<TypeShape, Wit.TypeDefinition> _named = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TypeShape, Wit.TypeDefinition> _unnamed = new(ReferenceEqualityComparer.Instance);
    private readonly List<Wit.Package> _packages = [];

    /// <summary>The packages, each after those that it refers to.</summary>
    public IReadOnlyList<Wit.Package> Packages
    {
        get
        {
            List<Wit.Package> ordered = [];
            HashSet<Wit.Package> seen = [];
            _packages.ForEach(Visit);
            return ordered;

            void Visit(Wit.Package package)
            {
                if (!seen.Add(package))
                {
                    return;
                }

                foreach (Wit.Interface item in package.Interfaces.SelectMany(item => item.Dependencies)
                    .Concat(package.Worlds.SelectMany(world => world.Imports.Concat(world.Exports).OfType<Wit.WorldInterface>().Select(item => item.Interface))))
                {
                    Visit(item.Package);
                }

                ordered.Add(package);
            }
        }
    }

    /// <summary>The package of a name, which is made if there is none.</summary>
    public Wit.Package Package(Wit.PackageName name)
    {
        Wit.Package? package = _packages.Find(package => package.Name == name);
        if (package is null)
        {
            _packages.Add(package = new Wit.Package(name));
        }

        return package;
    }

    /// <summary>Adds a world of a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="name">The world's name.</param>
    /// <param name="imports">What it imports.</param>
    /// <param name="exports">What it exports.</param>
    public Wit.World AddWorld(Wit.Package package, string name, InstanceShape imports, InstanceShape exports)
    {
        Wit.World world = new(package, name);
        package.Worlds.Add(world);
        AddImports(world, imports);
        List<Wit.WorldItem> exported = [];
        foreach ((ExternName itemName, Shape shape) in exports.Exports)
        {
            exported.Add(shape switch
            {
                InstanceShape instance => Interface(world, itemName, instance),
                FunctionShape function => new Wit.WorldFunction(Function(itemName, function, null)),
                _ => throw new ComponentReadingException($"The export '{itemName}' is neither a function nor an instance, and WIT has no other exports."),
            });
        }

        world.Exports.AddRange(exported.OrderBy(item => item is Wit.WorldInterface ? 1 : 0));
        return world;
    }

    /// <summary>Adds imports to a world, unless it has some of the same names.</summary>
    public void AddImports(Wit.World world, InstanceShape imports)
    {
        List<Wit.WorldItem> imported = [.. world.Imports];
        foreach ((ExternName itemName, Shape shape) in imports.Exports)
        {
            IEnumerable<Wit.TypeDefinition> types = imported.OfType<Wit.WorldType>().Select(item => item.Definition);
            switch (shape)
            {
                case InstanceShape instance:
                    Add(Interface(world, itemName, instance));
                    break;
                case TypeShape type:
                    Add(new Wit.WorldType(Define(world, itemName, type, types)));
                    break;
                case FunctionShape function when Resource(itemName.Name, types) is { } resource:
                    AddFunction(resource.Functions, Function(itemName, function, resource));
                    break;
                case FunctionShape function:
                    Add(new Wit.WorldFunction(Function(itemName, function, null)));
                    break;
                default:
                    throw new ComponentReadingException($"The import '{itemName}' is neither a function nor an instance nor a type, and WIT has no other imports.");
            }
        }

        world.Imports.Clear();
        world.Imports.AddRange(imported.OrderBy(item => item switch { Wit.WorldInterface => 0, Wit.WorldType => 1, _ => 2 }));

        void Add(Wit.WorldItem item)
        {
            if (!imported.Exists(known => known.Name == item.Name))
            {
                imported.Add(item);
            }
        }
    }

    /// <summary>Adds an interface, or what of it was not known yet.</summary>
    /// <param name="name">Its name with the package.</param>
    /// <param name="instance">What it consists of.</param>
    public Wit.Interface AddInterface(string name, InstanceShape instance)
    {
        (Wit.PackageName packageName, string itemName) = SplitName(name);
        Wit.Package package = Package(packageName);
        Wit.Interface? item = package.FindInterface(itemName);
        if (item is null)
        {
            item = new Wit.Interface(package, itemName);
            Fill(item, instance);
            // Behind those that it takes types from, which were met before.
            package.Interfaces.Add(item);
        }
        else
        {
            Fill(item, instance);
        }

        return item;
    }

    /// <summary>Takes a name such as <c>a:b/c@1.0.0</c> apart.</summary>
    public static (Wit.PackageName Package, string Item) SplitName(string name)
    {
        int at = name.IndexOf('@', StringComparison.Ordinal);
        int slash = name.LastIndexOf('/', at < 0 ? name.Length - 1 : at);
        Wit.PackageName? package = slash <= 0 ? null : Wit.PackageName.TryParse(name[..slash] + (at < 0 ? "" : name[at..]));
        return package is null || !Wit.Label.IsValid(name[(slash + 1)..(at < 0 ? name.Length : at)])
            ? throw new ComponentReadingException($"'{name}' is not the name of an interface or world, such as a:b/c@1.0.0, so that WIT cannot have it.")
            : (package, name[(slash + 1)..(at < 0 ? name.Length : at)]);
    }

    private Wit.WorldInterface Interface(Wit.World world, ExternName name, InstanceShape instance)
    {
        if (name.Implements is { } implemented)
        {
            return new Wit.WorldInterface(AddInterface(implemented, instance), name.Name) { ExternalId = name.ExternalId };
        }

        if (!Wit.Label.IsValid(name.Name))
        {
            return new Wit.WorldInterface(AddInterface(name.Name, instance)) { ExternalId = name.ExternalId };
        }

        Wit.Interface inline = new(world.Package, null);
        Fill(inline, instance);
        return new Wit.WorldInterface(inline, name.Name) { ExternalId = name.ExternalId };
    }

    private void Fill(Wit.Interface item, InstanceShape instance)
    {
        foreach ((ExternName name, Shape shape) in instance.Exports)
        {
            switch (shape)
            {
                case TypeShape type:
                    Wit.TypeDefinition definition = Define(item, name, type, item.Types);
                    if (!item.Types.Contains(definition))
                    {
                        item.Types.Add(definition);
                    }

                    break;
                case FunctionShape function:
                    Wit.ResourceDefinition? resource = Resource(name.Name, item.Types);
                    AddFunction(resource?.Functions ?? item.Functions, Function(name, function, resource));
                    break;
                default:
                    throw new ComponentReadingException($"'{name}' in {item} is neither a function nor a type, and interfaces of WIT have nothing else.");
            }
        }
    }

    private static void AddFunction(List<Wit.Function> functions, Wit.Function function)
    {
        if (!functions.Exists(known => known.Name == function.Name))
        {
            functions.Add(function);
        }
    }

    private Wit.TypeDefinition Define(Wit.TypeOwner owner, ExternName name, TypeShape type, IEnumerable<Wit.TypeDefinition> known)
    {
        Wit.TypeDefinition? definition = known.FirstOrDefault(definition => definition.Name == name.Name);
        if (definition is null)
        {
            definition = type.Chain.Select(link => _named.GetValueOrDefault(link)).FirstOrDefault(found => found is not null) is { } other
                ? new Wit.AliasDefinition(owner, name.Name, other)
                : Define(owner, name.Name, type.Base);
            definition.ExternalId = name.ExternalId;
        }

        _named.TryAdd(type, definition);
        _unnamed.TryAdd(type.Base, definition);
        return definition;
    }

    private Wit.TypeDefinition Define(Wit.TypeOwner owner, string name, TypeShape type)
    {
        switch (type.Structure)
        {
            case null or ResourceType:
                return new Wit.ResourceDefinition(owner, name);
            case RecordType record:
                Wit.RecordDefinition recordDefinition = new(owner, name);
                recordDefinition.Fields.AddRange(record.Fields.Zip(type.Parts, (field, part) => new Wit.Field(field.Label, Convert(part!))));
                return recordDefinition;
            case VariantType variant:
                Wit.VariantDefinition variantDefinition = new(owner, name);
                variantDefinition.Cases.AddRange(variant.Cases.Zip(type.Parts, (item, part) => new Wit.VariantCase(item.Label, ConvertOptional(part))));
                return variantDefinition;
            case EnumType enumeration:
                Wit.EnumDefinition enumDefinition = new(owner, name);
                enumDefinition.Cases.AddRange(enumeration.Labels.Select(label => new Wit.EnumCase(label)));
                return enumDefinition;
            case FlagsType flags:
                Wit.FlagsDefinition flagsDefinition = new(owner, name);
                flagsDefinition.Flags.AddRange(flags.Labels.Select(label => new Wit.Flag(label)));
                return flagsDefinition;
            default:
                return new Wit.AliasDefinition(owner, name, Structural(type));
        }
    }

    private Wit.Function Function(ExternName name, FunctionShape shape, Wit.ResourceDefinition? resource)
    {
        Wit.Function function;
        string text = name.Name;
        if (resource is null)
        {
            function = Wit.Label.IsValid(text)
                ? new Wit.Function(text)
                : throw new ComponentReadingException($"'{text}' is not the name of a function that WIT can have.");
        }
        else
        {
            int dot = text.IndexOf('.', StringComparison.Ordinal);
            Wit.FunctionKind kind = text.StartsWith(Constructor, StringComparison.Ordinal) ? Wit.FunctionKind.Constructor
                : text.StartsWith(Method, StringComparison.Ordinal) ? Wit.FunctionKind.Method
                : Wit.FunctionKind.Static;
            function = new Wit.Function(resource, kind, dot < 0 ? "" : text[(dot + 1)..]);
        }

        function.IsAsync = shape.IsAsync;
        function.ExternalId = name.ExternalId;
        function.Parameters.AddRange(shape.Parameters.Select(parameter => new Wit.Parameter(parameter.Label, Convert(parameter.Type))));
        function.Result = ConvertOptional(shape.Result);
        return function;
    }

    private const string Constructor = "[constructor]";
    private const string Method = "[method]";

    /// <summary>The resource that a function belongs to by its name; null if it belongs to none.</summary>
    private static Wit.ResourceDefinition? Resource(string function, IEnumerable<Wit.TypeDefinition> types)
    {
        int end = function.IndexOf(']', StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        string name = function[(end + 1)..].Split('.')[0];
        return types.FirstOrDefault(type => type.Name == name) as Wit.ResourceDefinition
            ?? throw new ComponentReadingException($"The function '{function}' stands where there is no resource '{name}', which WIT does not allow.");
    }

    private Wit.WitType? ConvertOptional(TypeShape? type) => type is null ? null : Convert(type);

    private Wit.WitType Convert(TypeShape type)
    {
        foreach (TypeShape link in type.Chain)
        {
            if (_named.TryGetValue(link, out Wit.TypeDefinition? definition))
            {
                return definition;
            }
        }

        return type.Base.Structure is null or ResourceType or RecordType or VariantType or EnumType or FlagsType
            ? _unnamed.GetValueOrDefault(type.Base) ?? throw new ComponentReadingException("A record, variant, enumeration, set of flags or resource is used that bears no name, and WIT has none without.")
            : Structural(type.Base);
    }

    private Wit.WitType Structural(TypeShape type) => type.Structure switch
    {
        PrimitiveType primitive => Primitive(primitive.Primitive),
        ListType => new Wit.ListType(Convert(type.Parts[0]!)),
        FixedLengthListType list => new Wit.ListType(Convert(type.Parts[0]!), list.Length),
        MapType => new Wit.MapType(Convert(type.Parts[0]!), Convert(type.Parts[1]!)),
        TupleType => new Wit.TupleType([.. type.Parts.Select(part => Convert(part!))]),
        OptionType => new Wit.OptionType(Convert(type.Parts[0]!)),
        ResultType => new Wit.ResultType(ConvertOptional(type.Parts[0]), ConvertOptional(type.Parts[1])),
        OwnType => new Wit.OwnType((Wit.TypeDefinition)Convert(type.Parts[0]!)),
        BorrowType => new Wit.BorrowType((Wit.TypeDefinition)Convert(type.Parts[0]!)),
        StreamType => new Wit.StreamType(ConvertOptional(type.Parts[0])),
        FutureType => new Wit.FutureType(ConvertOptional(type.Parts[0])),
        var other => throw new ComponentReadingException($"WIT has no word for the type {other}."),
    };

    private static Wit.PrimitiveType Primitive(PrimitiveValType primitive) => primitive switch
    {
        PrimitiveValType.Bool => Wit.PrimitiveType.Bool,
        PrimitiveValType.S8 => Wit.PrimitiveType.S8,
        PrimitiveValType.U8 => Wit.PrimitiveType.U8,
        PrimitiveValType.S16 => Wit.PrimitiveType.S16,
        PrimitiveValType.U16 => Wit.PrimitiveType.U16,
        PrimitiveValType.S32 => Wit.PrimitiveType.S32,
        PrimitiveValType.U32 => Wit.PrimitiveType.U32,
        PrimitiveValType.S64 => Wit.PrimitiveType.S64,
        PrimitiveValType.U64 => Wit.PrimitiveType.U64,
        PrimitiveValType.F32 => Wit.PrimitiveType.F32,
        PrimitiveValType.F64 => Wit.PrimitiveType.F64,
        PrimitiveValType.Char => Wit.PrimitiveType.Char,
        PrimitiveValType.String => Wit.PrimitiveType.String,
        PrimitiveValType.ErrorContext => Wit.PrimitiveType.ErrorContext,
        _ => throw new ComponentReadingException($"WIT has no word for the type {primitive}."),
    };
}
