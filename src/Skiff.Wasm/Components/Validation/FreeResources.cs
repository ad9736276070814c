namespace Skiff.Wasm.Components.Validation;

/// <summary>The resource types that a signature uses but does not bring itself.</summary>
internal static class FreeResources
{
    public static HashSet<ResourceIdentity> Of(IEnumerable<NamedSignature> signatures)
    {
        HashSet<ResourceIdentity> free = new(ReferenceEqualityComparer.Instance);
        HashSet<Signature> seen = new(ReferenceEqualityComparer.Instance);
        foreach (NamedSignature named in signatures)
        {
            Collect(named.Signature, free, seen);
        }

        return free;
    }

    public static HashSet<ResourceIdentity> Of(Signature signature) => Of([new NamedSignature("", signature)]);

    /// <summary>The resource types that are exported as such.</summary>
    public static HashSet<ResourceIdentity> Exported(IReadOnlyList<NamedSignature> exports)
    {
        HashSet<ResourceIdentity> exported = new(ReferenceEqualityComparer.Instance);
        foreach (NamedSignature export in exports)
        {
            switch (export.Signature)
            {
                case TypeSignature { Type: ResourceIdentity resource }:
                    exported.Add(resource.Root);
                    break;
                case InstanceSignature instance:
                    exported.UnionWith(Exported(instance.Exports));
                    break;
            }
        }

        return exported;
    }

    private static void Collect(Signature signature, HashSet<ResourceIdentity> free, HashSet<Signature> seen)
    {
        if (!seen.Add(signature))
        {
            return;
        }

        switch (signature)
        {
            case ResourceIdentity resource:
                free.Add(resource.Root);
                break;
            case ResolvedType type:
                if (type.Resource is { } handle)
                {
                    free.Add(handle.Root);
                }

                foreach (ResolvedType? part in type.HasResource ? type.Types : [])
                {
                    if (part is not null)
                    {
                        Collect(part, free, seen);
                    }
                }

                break;
            case FunctionSignature function:
                foreach ((_, ResolvedType type) in function.Parameters)
                {
                    Collect(type, free, seen);
                }

                if (function.Result is { } result)
                {
                    Collect(result, free, seen);
                }

                break;
            case TypeSignature type:
                Collect(type.Type, free, seen);
                break;
            case ValueSignature value:
                Collect(value.Type, free, seen);
                break;
            case InstanceSignature instance:
                CollectExcept(instance.Exports, instance.Bound, free);
                break;
            case ComponentSignature component:
                CollectExcept([.. component.Imports, .. component.Exports], [.. component.ImportedResources, .. component.DefinedResources], free);
                break;
        }
    }

    private static void CollectExcept(IReadOnlyList<NamedSignature> signatures, IReadOnlyList<ResourceIdentity> bound, HashSet<ResourceIdentity> free)
    {
        HashSet<ResourceIdentity> inner = Of(signatures);
        inner.ExceptWith(bound);
        free.UnionWith(inner);
    }
}
