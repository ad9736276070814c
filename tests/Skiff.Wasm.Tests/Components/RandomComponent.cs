using Skiff.Wasm.Components;

namespace Skiff.Wasm.Tests.Components;

/// <summary>
/// Components of random definitions of every kind, each referring to random ones before it. They are well-formed; valid
/// they need not be.
/// </summary>
public sealed class RandomComponent
{
    private static readonly PrimitiveValType[] s_primitives = [.. Enum.GetValues<PrimitiveValType>().Except([PrimitiveValType.None])];
    private static readonly BuiltinKind[] s_builtins = Enum.GetValues<BuiltinKind>();

    private readonly Random _random;
    private readonly Stack<List<Definition>> _scopes = [];
    private int _names;

    private RandomComponent(Random random) => _random = random;

    /// <summary>Makes a component; equal seeds make equal components.</summary>
    public static Component Make(int seed) => new RandomComponent(new Random(seed)).MakeComponent(depth: 0);

    private Component MakeComponent(int depth)
    {
        Component component = new() { Name = Maybe(4) ? Text() : null };
        _scopes.Push([]);
        for (int left = _random.Next(1, 40); left > 0; left--)
        {
            Definition? definition = MakeDefinition(depth);
            if (definition is null)
            {
                continue;
            }

            component.Add(definition);
            Keep(definition);
            if (definition is Start start)
            {
                for (int results = _random.Next(3); results > 0; results--)
                {
                    Keep(component.Add(new StartResult(start)));
                }
            }
        }

        _scopes.Pop();
        return component;
    }

    private Definition? MakeDefinition(int depth)
    {
        switch (_random.Next(24))
        {
            case 0:
                return new ComponentCustomSection(Text(), Bytes());
            case 1:
                return new EmbeddedModule(MakeModule());
            case 2:
                return depth < 3 ? new NestedComponent(MakeComponent(depth + 1)) : null;
            case 3:
                return new CoreTypeDefinition(MakeCoreType());
            case 4:
                if (Any(Sort.CoreModule) is not { } module)
                {
                    return null;
                }

                CoreInstantiation coreInstantiation = new(module);
                return Any(Sort.CoreInstance) is { } argument ? coreInstantiation.With(Text(), argument) : coreInstantiation;
            case 5:
                CoreInlineExports coreExports = new();
                foreach (Sort sort in (Sort[])[Sort.CoreFunction, Sort.CoreMemory, Sort.CoreTable, Sort.CoreGlobal, Sort.CoreTag])
                {
                    if (Any(sort) is { } item)
                    {
                        coreExports.With(Text(), item);
                    }
                }

                return coreExports;
            case 6:
                if (Any(Sort.Component) is not { } component)
                {
                    return null;
                }

                Instantiation instantiation = new(component);
                return AnyExtern() is { } given ? instantiation.With(Text(), given) : instantiation;
            case 7:
                return AnyExtern() is { } exported ? new InlineExports().With(Name(), exported) : new InlineExports();
            case 8 or 9:
                return Any(Sort.CoreInstance) is { } coreInstance ? new CoreExportAlias(coreInstance, Text(), (Sort)_random.Next(5)) : null;
            case 10:
                return Any(Sort.Instance) is { } instance
                    ? new ExportAlias(instance, Text(), Pick(Sort.Function, Sort.Type, Sort.Instance, Sort.Component, Sort.CoreModule, Sort.Value))
                    : null;
            case 11:
                return AnyOuter(Sort.Type, Sort.Component, Sort.CoreModule, Sort.CoreType) is { } outer ? new OuterAlias(outer) : null;
            case 12:
                return new ComponentImport(Name(), MakeExternType());
            case 13:
                return AnyExtern() is { } item2 ? new ComponentExport(Name(), item2) : null;
            case 14:
                return Any(Sort.CoreFunction) is { } core && Any(Sort.Type) is { } type ? new Lift(core, type, Options()) : null;
            case 15:
                return Any(Sort.Function) is { } function ? new Lower(function, Options()) : null;
            case 16:
                return MakeBuiltin();
            case 17:
                return Any(Sort.Function) is { } started ? new Start(started) : null;
            case 18:
                return new ValueDefinition(ValType(), Bytes());
            default:
                return MakeType(depth);
        }
    }

    private CanonicalBuiltin? MakeBuiltin()
    {
        Definition? type = Any(Sort.Type);
        Definition? functionType = Any(Sort.CoreType);
        Definition? table = Any(Sort.CoreTable);
        Definition? memory = Any(Sort.CoreMemory);
        if (type is null || functionType is null || table is null || memory is null)
        {
            return null;
        }

        CanonicalBuiltin builtin = new(Pick(s_builtins), type)
        {
            Result = OptionalValType(),
            IsAsync = Maybe(2),
            IsCancellable = Maybe(2),
            IsShared = Maybe(2),
            ContextSlot = (uint)_random.Next(2),
            FunctionType = functionType,
            Table = table,
            Memory = memory,
        };
        builtin.Options.AddRange(Options());
        return builtin;
    }

    private TypeDefinition? MakeType(int depth)
    {
        switch (_random.Next(18))
        {
            case 0:
                return new PrimitiveType(Pick(s_primitives));
            case 1:
                return new RecordType(Many(() => new LabeledType(Text(), ValType())));
            case 2:
                return new VariantType(Many(() => new VariantCase(Text(), OptionalValType())));
            case 3:
                return new ListType(ValType());
            case 4:
                return new FixedLengthListType(ValType(), (uint)_random.Next(1, 1000));
            case 5:
                return new MapType(ValType(), ValType());
            case 6:
                return new TupleType(Many(ValType));
            case 7:
                return new FlagsType(Many(Text));
            case 8:
                return new EnumType(Many(Text));
            case 9:
                return new OptionType(ValType());
            case 10:
                return new ResultType(OptionalValType(), OptionalValType());
            case 11:
                return Any(Sort.Type) is { } owned ? new OwnType(owned) : null;
            case 12:
                return Any(Sort.Type) is { } borrowed ? new BorrowType(borrowed) : null;
            case 13:
                return Maybe(2) ? new StreamType(ValType()) : new FutureType();
            case 14:
                return new ResourceType(Wasm.ValType.I32, Any(Sort.CoreFunction));
            case 15:
                return new ComponentFunctionType(Many(() => new LabeledType(Text(), ValType())), OptionalValType()) { IsAsync = Maybe(3) };
            case 16:
                ComponentType component = new();
                FillDeclarators(component.Declarators, allowsImports: true, depth);
                return component;
            default:
                InstanceType instance = new();
                FillDeclarators(instance.Declarators, allowsImports: false, depth);
                return instance;
        }
    }

    private void FillDeclarators(DefinitionList declarators, bool allowsImports, int depth)
    {
        _scopes.Push([]);
        for (int left = _random.Next(8); left > 0; left--)
        {
            Definition? declarator = _random.Next(5) switch
            {
                0 => new CoreTypeDefinition(MakeCoreType()),
                1 when depth < 3 => MakeType(depth + 1),
                2 => AnyOuter(Sort.Type, Sort.CoreType) is { } outer ? new OuterAlias(outer) : null,
                3 when allowsImports => new ComponentImport(Name(), MakeExternType()),
                _ => new ExportDeclaration(Name(), MakeExternType()),
            };
            if (declarator is not null)
            {
                declarators.Add(declarator);
                Keep(declarator);
            }
        }

        _scopes.Pop();
    }

    private ExternType MakeExternType()
    {
        Definition? type = Any(Sort.Type);
        return _random.Next(8) switch
        {
            0 when Any(Sort.CoreType) is { } coreType => ExternType.CoreModule(coreType),
            1 when type is not null => ExternType.Function(type),
            2 when type is not null => ExternType.Component(type),
            3 when type is not null => ExternType.Instance(type),
            4 when type is not null => ExternType.TypeEqualTo(type),
            5 => ExternType.Value(ValType()),
            6 when Any(Sort.Value) is { } value => ExternType.ValueEqualTo(value),
            _ => ExternType.SubResource,
        };
    }

    private DefinedType MakeCoreType()
    {
        switch (_random.Next(4))
        {
            case 0:
                return new FunctionType([Wasm.ValType.I32, Wasm.ValType.F64], Wasm.ValType.I64);
            case 1:
                StructType structure = new() { IsFinal = Maybe(2) };
                structure.Fields.Add(new FieldType(StorageType.I8, IsMutable: true));
                return structure;
            default:
                ModuleType module = new();
                FunctionType function = new([Wasm.ValType.I32]);
                module.Declarators.Add(new ModuleTypeDeclaration(function));
                module.Declarators.Add(new ModuleImport(new Function(function) { Import = new Import(Text(), Text()) }));
                module.Declarators.Add(new ModuleExport(Text(), new Memory(new Limits(1))));
                if (AnyOuter(Sort.CoreType) is CoreTypeDefinition { Type: FunctionType outer } target)
                {
                    module.Declarators.Add(new ModuleTypeAlias(target));
                    module.Declarators.Add(new ModuleExport(Text(), new Function(outer)));
                }

                return module;
        }
    }

    private Module MakeModule()
    {
        Module module = new();
        Function function = module.Add(new Function(new FunctionType([Wasm.ValType.I32], Wasm.ValType.I32)));
        function.Body.LocalGet(0);
        module.Export(Text(), function);
        module.Export("m" + Text(), module.Add(new Memory(new Limits(1))));
        return module;
    }

    private CanonicalOption[] Options()
    {
        List<CanonicalOption> options = [Pick(CanonicalOption.Utf8, CanonicalOption.Utf16, CanonicalOption.Latin1Utf16, CanonicalOption.Async, CanonicalOption.Gc)];
        if (Any(Sort.CoreMemory) is { } memory)
        {
            options.Add(CanonicalOption.Memory(memory));
        }

        if (Any(Sort.CoreFunction) is { } function)
        {
            options.Add(Pick(CanonicalOption.Realloc(function), CanonicalOption.PostReturn(function), CanonicalOption.Callback(function)));
        }

        if (Any(Sort.CoreType) is { } type && Maybe(4))
        {
            options.Add(CanonicalOption.CoreType(type));
        }

        return [.. options];
    }

    private void Keep(Definition definition)
    {
        if (definition.Sort is not null)
        {
            definition.Name = Maybe(4) ? Text() : null;
            _scopes.Peek().Add(definition);
        }
    }

    private Definition? Any(Sort sort) => Any(_scopes.Peek(), sort);

    private Definition? AnyExtern() => Any(Pick(Sort.Function, Sort.Value, Sort.Type, Sort.Component, Sort.Instance, Sort.CoreModule));

    private Definition? AnyOuter(params Sort[] sorts) => Any(_scopes.ElementAt(_random.Next(_scopes.Count)), Pick(sorts));

    private Definition? Any(List<Definition> scope, Sort sort)
    {
        List<Definition> found = scope.FindAll(definition => definition.Sort == sort);
        return found.Count == 0 ? null : found[_random.Next(found.Count)];
    }

    private ComponentValType ValType() => Maybe(2) && Any(Sort.Type) is { } type ? type : Pick(s_primitives);

    private ComponentValType? OptionalValType() => Maybe(2) ? ValType() : default(ComponentValType?);

    private ExternName Name() => new(Text())
    {
        Implements = Maybe(8) ? "a:b/c" : null,
        VersionSuffix = Maybe(8) ? ".1" : null,
        ExternalId = Maybe(8) ? Text() : null,
    };

    private string Text() => $"{Pick("name", "label", "wert", "öäü")}-{_names++}";

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(20)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private IEnumerable<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(5)).Select(_ => make())];

    private bool Maybe(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
