namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// The types that bear a name outside of a component, which are the only records, variants, enums, flags and resource
/// types that its imports or exports may use (specification: component model explainer, external visibility of types).
/// </summary>
internal sealed class VisibleTypes
{
    private readonly HashSet<Signature> _named = new(ReferenceEqualityComparer.Instance);

    public void Add(Signature type) => _named.Add(type);

    /// <summary>Whether all that a type uses bears a name; the type itself need not.</summary>
    public bool HasNamedParts(Signature type)
    {
        HashSet<Signature> seen = new(ReferenceEqualityComparer.Instance);
        return HasNamedParts(type, seen);
    }

    private bool HasNamedParts(Signature type, HashSet<Signature> seen) => type switch
    {
        ResolvedType { Resource: { } resource } => _named.Contains(resource),
        ResolvedType value => value.Types.All(part => part is null || IsNamed(part, seen)),
        FunctionSignature function => function.Parameters.All(parameter => IsNamed(parameter.Type, seen))
            && (function.Result is null || IsNamed(function.Result, seen)),
        InstanceSignature instance => instance.Exports.All(export => HasNamedParts(export.Signature, seen)),
        TypeSignature named => HasNamedParts(named.Type, seen),
        ValueSignature value => IsNamed(value.Type, seen),
        _ => true,
    };

    private bool IsNamed(ResolvedType type, HashSet<Signature> seen)
    {
        if (type.NeedsName)
        {
            return _named.Contains(type);
        }

        return !seen.Add(type) || HasNamedParts(type, seen);
    }
}
