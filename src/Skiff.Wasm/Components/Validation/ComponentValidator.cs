using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// Validates a component and finds out its signature (specification: component model explainer, and the validation
/// notes of the component binary format). Values and start functions are checked as far as their types go, not for
/// being used exactly once.
/// </summary>
internal sealed partial class ComponentValidator
{
    /// <summary>How deep types nest; the limit that engines share.</summary>
    private const int MaximumTypeDepth = 100;

    /// <summary>Of how many types one type, and all imports and exports, consist; the limit that engines share.</summary>
    private const long MaximumTypeSize = 1_000_000;

    private readonly bool _checksCode;
    private readonly TypeRelation _coreTypes = new([]);
    private readonly SignatureMatching _matching;
    private ValidationScope _scope = new(ScopeKind.Component, null);
    private long _size;

    private ComponentValidator(bool checksCode)
    {
        _checksCode = checksCode;
        _matching = new SignatureMatching(_coreTypes);
    }

    /// <summary>Validates a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="checksCode">Whether the core modules are validated too; they are always read.</param>
    /// <exception cref="WasmValidationException">It is not valid.</exception>
    public static ComponentSignature Validate(Component component, bool checksCode) =>
        new ComponentValidator(checksCode).ValidateComponent(component);

    private ComponentSignature ValidateComponent(Component component)
    {
        foreach (Definition definition in component.Definitions)
        {
            Validate(definition);
        }

        return Finish(component.Definitions.LastOrDefault());
    }

    private void Validate(Definition definition)
    {
        switch (definition)
        {
            case ComponentCustomSection or NamesPlace:
                break;
            case EmbeddedModule module:
                Define(definition, ReadModule(module));
                break;
            case CoreTypeDefinition coreType:
                Define(definition, coreType.Type is ModuleType moduleType ? ResolveModuleType(moduleType, definition) : coreType.Type);
                break;
            case NestedComponent nested:
                Define(definition, Within(ScopeKind.Component, () => ValidateComponent(nested.Component)));
                break;
            case CoreInstantiation instantiation:
                Define(definition, Instantiate(instantiation));
                break;
            case CoreInlineExports exports:
                Define(definition, MakeInstance(exports));
                break;
            case Instantiation instantiation:
                Define(definition, Instantiate(instantiation));
                break;
            case InlineExports exports:
                Define(definition, MakeInstance(exports));
                break;
            case ExportAlias alias:
                Define(definition, Resolve(alias));
                break;
            case CoreExportAlias alias:
                Define(definition, Resolve(alias));
                break;
            case OuterAlias alias:
                Define(definition, Resolve(alias));
                break;
            case TypeDefinition type:
                Define(definition, ResolveType(type));
                break;
            case CanonicalDefinition canonical:
                Define(definition, ResolveCanonical(canonical));
                break;
            case ComponentImport import:
                Define(definition, AddImport(import));
                break;
            case ComponentExport export:
                Define(definition, AddExport(export));
                break;
            case ExportDeclaration export:
                Define(definition, AddExport(export));
                break;
            case ValueDefinition value:
                Define(definition, new ValueSignature(Resolve(value.Type, definition)));
                break;
            case Start start:
                CheckStart(start);
                break;
            case StartResult result:
                Define(definition, new ValueSignature(Function(result.Start.Function, result).Result
                    ?? throw Error("the start function has no result", definition)));
                break;
            default:
                throw Error("nothing is known about it", definition);
        }
    }

    private void Define(Definition definition, object meaning)
    {
        if (!_scope.Meanings.TryAdd(definition, meaning))
        {
            throw Error("it stands twice among the definitions", definition);
        }
    }

    private T Within<T>(ScopeKind kind, Func<T> validate)
    {
        ValidationScope outer = _scope;
        _scope = new ValidationScope(kind, outer);
        try
        {
            return validate();
        }
        finally
        {
            _scope = outer;
        }
    }

    /// <summary>What the definitions of the current scope amount to.</summary>
    private ComponentSignature Finish(Definition? place)
    {
        HashSet<ResourceIdentity> free = FreeResources.Of(_scope.Imports);
        if (_scope.DefinedResources.Find(free.Contains) is { } leaked)
        {
            throw Error($"an import uses the resource type {leaked}, which the component itself implements", place);
        }

        free = FreeResources.Of(_scope.Exports);
        HashSet<ResourceIdentity> exported = FreeResources.Exported(_scope.Exports);
        List<ResourceIdentity> defined = [.. _scope.DefinedResources.Where(free.Contains)];
        if (defined.Find(resource => !exported.Contains(resource)) is { } hidden)
        {
            throw Error($"an export uses the resource type {hidden}, which is not exported itself", place);
        }

        return new ComponentSignature([.. _scope.Imports], [.. _scope.Exports], [.. _scope.ImportedResources], defined);
    }

    private ModuleSignature ReadModule(EmbeddedModule definition)
    {
        try
        {
            Module module = definition.ReadModule();
            if (_checksCode)
            {
                module.Validate();
            }

            List<Extern> imports = [.. module.Imports];
            HashSet<Import> names = [];
            foreach (Extern import in imports)
            {
                if (!names.Add(import.Import!))
                {
                    throw Error($"it imports '{import.Import}' twice; a component cannot say which is meant", definition);
                }
            }

            return new ModuleSignature(imports, module.Exports.ToDictionary(export => export.Name, export => export.Item));
        }
        catch (WasmFormatException error)
        {
            throw Error($"it is malformed: {error.Message}", definition);
        }
        catch (ArgumentException)
        {
            throw Error("two of its exports have one name", definition);
        }
    }

    private void CheckStart(Start start)
    {
        FunctionSignature function = Function(start.Function, start);
        List<ResolvedType> arguments = [.. start.Arguments.Select(argument => Get<ValueSignature>(argument, Sort.Value, start).Type)];
        if (arguments.Count != function.Parameters.Length || !arguments.Zip(function.Parameters).All(pair => _matching.Same(pair.First, pair.Second.Type)))
        {
            throw Error($"its arguments do not fit the function, which is {function}", start);
        }
    }

    private FunctionSignature Function(Definition definition, Definition user) => Get<FunctionSignature>(definition, Sort.Function, user);

    /// <summary>What a definition that <paramref name="user"/> names means.</summary>
    private T Get<T>(Definition definition, Sort sort, Definition user)
        where T : class
    {
        if (definition.Sort != sort)
        {
            throw Error($"it names the {definition} where a {sort.Text()} is expected", user);
        }

        if (!_scope.Meanings.TryGetValue(definition, out object? meaning))
        {
            throw Error($"it names the {definition}, which does not stand before it", user);
        }

        return meaning as T ?? throw Error(
            $"it names the {definition}, which is a {(meaning as Signature)?.Kind ?? sort.Text()}, where another kind of {sort.Text()} is expected", user);
    }

    private static WasmValidationException Error(string message, Definition? place) => new(message, place, place?.Offset ?? 0);
}
