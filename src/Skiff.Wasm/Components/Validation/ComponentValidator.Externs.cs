namespace Skiff.Wasm.Components.Validation;

internal sealed partial class ComponentValidator
{
    private Signature AddImport(ComponentImport import)
    {
        if (_scope.Kind == ScopeKind.InstanceType)
        {
            throw Error("an instance type has no imports", import);
        }

        Signature signature = Enter(Resolve(import.Type, import), import.ExternName, _scope.ImportedResources);
        Register(import.ExternName, signature, import, isImport: true);
        return Inside(signature);
    }

    private Signature AddExport(ExportDeclaration export)
    {
        Signature signature = Enter(Resolve(export.Type, export), export.ExternName, _scope.DefinedResources);
        Register(export.ExternName, signature, export, isImport: false);
        return Inside(signature);
    }

    private Signature AddExport(ComponentExport export)
    {
        Signature signature = Outside(export.Item, export);
        if (export.Type is { } type)
        {
            Signature? shown = Resolve(type, export);
            signature = shown is null && signature is TypeSignature { Type: ResourceIdentity }
                ? Enter(null, export.ExternName, _scope.DefinedResources)
                : Ascribe(signature, shown ?? throw Error("it is not a resource type, as its type says", export), export);
        }

        signature = Rename(signature, export.ExternName);
        Register(export.ExternName, signature, export, isImport: false);
        return Inside(signature);
    }

    /// <summary>Gives an export the type it shows; resource types that the type leaves open are those of the export.</summary>
    private Signature Ascribe(Signature given, Signature shown, ComponentExport export)
    {
        if (_matching.Check(given, shown) is { } error)
        {
            throw Error($"it does not fit its type: {error}", export);
        }

        if (given is InstanceSignature instance && shown is InstanceSignature { Bound.Count: > 0 } wanted)
        {
            Dictionary<Signature, Signature> map = new(ReferenceEqualityComparer.Instance);
            SignatureMatching.Bind(wanted.Exports, instance.Find, wanted.Bound, map);
            return new InstanceSignature(new SignatureSubstitution(map).Apply(wanted.Exports), []);
        }

        return shown;
    }

    /// <summary>The signature of an import or export declaration; null for a fresh resource type.</summary>
    private Signature? Resolve(ExternType type, Definition user)
    {
        switch (type.Sort)
        {
            case Sort.CoreModule:
                return Get<ModuleSignature>(type.Type!, Sort.CoreType, user);
            case Sort.Function:
                return Get<FunctionSignature>(type.Type!, Sort.Type, user);
            case Sort.Component:
                return Get<ComponentSignature>(type.Type!, Sort.Type, user);
            case Sort.Instance:
                return Get<InstanceSignature>(type.Type!, Sort.Type, user);
            case Sort.Value:
                return type.EqualValue is { } value
                    ? Get<ValueSignature>(value, Sort.Value, user)
                    : new ValueSignature(Resolve(type.ValueType ?? default(ComponentValType), user));
            default:
                return type.IsSubResource ? null : new TypeSignature(Get<Signature>(type.Type!, Sort.Type, user));
        }
    }

    /// <summary>Makes the resource types of what is declared fresh, and gives declared types their own identity.</summary>
    private static Signature Enter(Signature? declared, ExternName name, List<ResourceIdentity> resources)
    {
        switch (declared)
        {
            case null:
                ResourceIdentity resource = new(name.Name);
                resources.Add(resource);
                return new TypeSignature(resource);
            case InstanceSignature { Bound.Count: > 0 } instance:
                Dictionary<Signature, Signature> map = new(ReferenceEqualityComparer.Instance);
                foreach (ResourceIdentity bound in instance.Bound)
                {
                    ResourceIdentity fresh = new(bound.Name);
                    map.Add(bound, fresh);
                    resources.Add(fresh);
                }

                return new InstanceSignature(new SignatureSubstitution(map).Apply(instance.Exports), []);
            default:
                return Rename(declared, name);
        }
    }

    /// <summary>A type that is imported or exported bears the name by an identity of its own.</summary>
    private static Signature Rename(Signature signature, ExternName name) => signature switch
    {
        TypeSignature { Type: ResourceIdentity resource } => new TypeSignature(new ResourceIdentity(name.Name, resource)),
        TypeSignature { Type: ResolvedType { NeedsName: true } type } => new TypeSignature(type.With(type.Types, type.Resource)),
        _ => signature,
    };

    private void Register(ExternName name, Signature signature, Definition definition, bool isImport)
    {
        NameScope names = isImport ? _scope.ImportNames : _scope.ExportNames;
        if (names.Add(name, signature) is { } error)
        {
            throw Error(error, definition);
        }

        _size += SignatureSize.Of(signature);
        if (_size > MaximumTypeSize)
        {
            throw Error($"imports and exports consist of more than {MaximumTypeSize} types", definition);
        }

        if (_scope.Kind != ScopeKind.InstanceType && !Show(signature, isImport))
        {
            throw Error($"it uses a type that is not {(isImport ? "imported" : "exported")} under a name before", definition);
        }

        (isImport ? _scope.Imports : _scope.Exports).Add(new NamedSignature(name, signature));
    }

    /// <summary>Makes the types of an import or export visible; false if it uses one that is not.</summary>
    private bool Show(Signature signature, bool isImport)
    {
        VisibleTypes visible = isImport ? _scope.ImportTypes : _scope.ExportTypes;
        switch (signature)
        {
            case TypeSignature { Type: var type }:
                if (type is not ResourceIdentity && !visible.HasNamedParts(type))
                {
                    return false;
                }

                _scope.ExportTypes.Add(type);
                if (isImport)
                {
                    _scope.ImportTypes.Add(type);
                }

                return true;
            case InstanceSignature instance:
                return instance.Exports.All(export => Show(export.Signature, isImport));
            case ComponentSignature or ModuleSignature:
                return true;
            default:
                return visible.HasNamedParts(signature);
        }
    }
}
