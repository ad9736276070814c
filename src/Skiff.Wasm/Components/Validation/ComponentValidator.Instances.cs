namespace Skiff.Wasm.Components.Validation;

internal sealed partial class ComponentValidator
{
    private IReadOnlyDictionary<string, Extern> Instantiate(CoreInstantiation definition)
    {
        ModuleSignature module = Get<ModuleSignature>(definition.Module, Sort.CoreModule, definition);
        Dictionary<string, IReadOnlyDictionary<string, Extern>> arguments = [];
        foreach (NamedDefinition argument in definition.Arguments)
        {
            if (!arguments.TryAdd(argument.Name, CoreInstance(argument.Item, definition)))
            {
                throw Error($"the argument '{argument.Name}' is there twice", definition);
            }
        }

        foreach (Extern import in module.Imports)
        {
            (string from, string name) = (import.Import!.Module, import.Import.Name);
            if (!arguments.TryGetValue(from, out IReadOnlyDictionary<string, Extern>? instance))
            {
                throw Error($"the argument '{from}' is missing; the module imports '{name}' from it", definition);
            }

            string? error = instance.TryGetValue(name, out Extern? given) ? _matching.CheckCore(given, import) : $"it is missing; expected a {import.Kind}";
            if (error is not null)
            {
                throw Error($"'{name}' of the argument '{from}' does not fit: {error}", definition);
            }
        }

        return module.Exports;
    }

    private Dictionary<string, Extern> MakeInstance(CoreInlineExports definition)
    {
        Dictionary<string, Extern> exports = [];
        foreach (NamedDefinition export in definition.Exports)
        {
            if (export.Item.Sort is not { } sort || sort > Sort.CoreTag)
            {
                throw Error($"it exports the {export.Item}, which is no core item", definition);
            }

            if (!exports.TryAdd(export.Name, Get<Extern>(export.Item, sort, definition)))
            {
                throw Error($"it exports '{export.Name}' twice", definition);
            }
        }

        return exports;
    }

    private InstanceSignature Instantiate(Instantiation definition)
    {
        ComponentSignature component = Get<ComponentSignature>(definition.Component, Sort.Component, definition);
        Dictionary<string, Signature> arguments = [];
        foreach (NamedDefinition argument in definition.Arguments)
        {
            if (!arguments.TryAdd(argument.Name, Outside(argument.Item, definition)))
            {
                throw Error($"the argument '{argument.Name}' is there twice", definition);
            }
        }

        // A type that an argument supplies takes the place of the imported one in all that follows.
        Dictionary<Signature, Signature> map = new(ReferenceEqualityComparer.Instance);
        Dictionary<Signature, Signature> named = new(ReferenceEqualityComparer.Instance);
        SignatureMatching.Bind(component.Imports, arguments.GetValueOrDefault, component.ImportedResources.ToHashSet(), map, named);
        SignatureSubstitution imports = new(map);
        foreach (NamedSignature import in component.Imports)
        {
            string? error = arguments.TryGetValue(import.Name.Name, out Signature? given)
                ? _matching.Check(given, imports.Apply(import.Signature))
                : $"it is missing; expected a {import.Signature.Kind}";
            if (error is not null)
            {
                throw Error($"the argument '{import.Name}' does not fit: {error}", definition);
            }
        }

        foreach ((Signature imported, Signature given) in named)
        {
            map.TryAdd(imported, given);
        }

        foreach (ResourceIdentity resource in component.DefinedResources)
        {
            ResourceIdentity fresh = new(resource.Name);
            map[resource] = fresh;
            _scope.DefinedResources.Add(fresh);
        }

        return new InstanceSignature(new SignatureSubstitution(map).Apply(component.Exports), []);
    }

    private InstanceSignature MakeInstance(InlineExports definition)
    {
        NameScope names = new(isImport: false, givesTypes: false);
        List<NamedSignature> exports = [];
        foreach (InlineExport export in definition.Exports)
        {
            Signature signature = Outside(export.Item, definition);
            if (names.Add(export.Name, signature) is { } error)
            {
                throw Error(error, definition);
            }

            exports.Add(new NamedSignature(export.Name, signature));
        }

        return new InstanceSignature(exports, []);
    }

    private Signature Resolve(ExportAlias alias)
    {
        InstanceSignature instance = Get<InstanceSignature>(alias.Instance, Sort.Instance, alias);
        Signature export = instance.Find(alias.ExportName) ?? throw Error($"the instance exports no '{alias.ExportName}'", alias);
        return SortOf(export) == alias.Sort
            ? Inside(export)
            : throw Error($"'{alias.ExportName}' is a {export.Kind}; expected a {alias.Sort!.Value.Text()}", alias);
    }

    private Extern Resolve(CoreExportAlias alias)
    {
        Extern export = CoreInstance(alias.Instance, alias).GetValueOrDefault(alias.ExportName)
            ?? throw Error($"the core instance exports no '{alias.ExportName}'", alias);
        Sort sort = export switch
        {
            Wasm.Function => Sort.CoreFunction,
            Table => Sort.CoreTable,
            Memory => Sort.CoreMemory,
            Global => Sort.CoreGlobal,
            _ => Sort.CoreTag,
        };
        return sort == alias.Sort ? export : throw Error($"'{alias.ExportName}' is a {sort.Text()}; expected a {alias.Sort!.Value.Text()}", alias);
    }

    private object Resolve(OuterAlias alias)
    {
        bool leavesComponent = false;
        for (ValidationScope? scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Meanings.TryGetValue(alias.Target, out object? meaning))
            {
                return leavesComponent && alias.Sort == Sort.Type && FreeResources.Of((Signature)meaning).FirstOrDefault() is { } resource
                    ? throw Error($"it takes a type with the resource type {resource} out of another component", alias)
                    : meaning;
            }

            leavesComponent |= scope.Kind == ScopeKind.Component;
        }

        throw Error($"it names the {alias.Target}, which does not stand before it in any enclosing scope", alias);
    }

    private IReadOnlyDictionary<string, Extern> CoreInstance(Definition definition, Definition user) =>
        Get<IReadOnlyDictionary<string, Extern>>(definition, Sort.CoreInstance, user);

    /// <summary>What a definition is to those who import it.</summary>
    private Signature Outside(Definition definition, Definition user)
    {
        if (definition.Sort is not { } sort || (sort.IsCore() && sort != Sort.CoreModule))
        {
            throw Error($"it names the {definition}, which cannot be imported, exported or passed", user);
        }

        Signature signature = Get<Signature>(definition, sort, user);
        return sort == Sort.Type ? new TypeSignature(signature) : signature;
    }

    /// <summary>What an import or export is to those who refer to it.</summary>
    private static Signature Inside(Signature signature) => signature is TypeSignature type ? type.Type : signature;

    private static Sort SortOf(Signature signature) => signature switch
    {
        FunctionSignature => Sort.Function,
        InstanceSignature => Sort.Instance,
        ComponentSignature => Sort.Component,
        ModuleSignature => Sort.CoreModule,
        ValueSignature => Sort.Value,
        _ => Sort.Type,
    };
}
