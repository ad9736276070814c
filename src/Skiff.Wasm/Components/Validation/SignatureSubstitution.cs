using System.Collections.Immutable;

namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// Puts types in the place of others, in signatures (specification: component binary format, notes on
/// <c>instantiate</c>): resource types, and types that bear a name. What does not change stays the same object, and types
/// that were one stay one.
/// </summary>
internal sealed class SignatureSubstitution(IReadOnlyDictionary<Signature, Signature> replacements)
{
    private readonly Dictionary<Signature, Signature> _done = new(ReferenceEqualityComparer.Instance);

    public Signature Apply(Signature signature)
    {
        if (!_done.TryGetValue(signature, out Signature? result))
        {
            result = replacements.GetValueOrDefault(signature) ?? Make(signature);
            _done.Add(signature, result);
        }

        return result;
    }

    public List<NamedSignature> Apply(IReadOnlyList<NamedSignature> signatures) =>
        [.. signatures.Select(named => named with { Signature = Apply(named.Signature) })];

    private ResourceIdentity Make(ResourceIdentity resource)
    {
        // A further name of a resource type stays a further name.
        return replacements.TryGetValue(resource.Root, out Signature? replacement)
            ? new ResourceIdentity(resource.Name, (ResourceIdentity)replacement)
            : resource;
    }

    private Signature Make(Signature signature) => signature switch
    {
        ResolvedType type => Make(type),
        ResourceIdentity resource => Make(resource),
        FunctionSignature function => Make(function),
        InstanceSignature instance => new InstanceSignature(Apply(instance.Exports), Apply(instance.Bound)),
        ComponentSignature component => new ComponentSignature(
            Apply(component.Imports), Apply(component.Exports), Apply(component.ImportedResources), Apply(component.DefinedResources)),
        TypeSignature type => new TypeSignature(Apply(type.Type)),
        ValueSignature value => new ValueSignature((ResolvedType)Apply(value.Type)),
        _ => signature,
    };

    private List<ResourceIdentity> Apply(IReadOnlyList<ResourceIdentity> identities) => [.. identities.Select(resource => (ResourceIdentity)Apply(resource))];

    private ResolvedType Make(ResolvedType type)
    {
        ImmutableArray<ResolvedType?> types = [.. type.Types.Select(part => part is null ? null : (ResolvedType)Apply(part))];
        ResourceIdentity? resource = type.Resource is null ? null : (ResourceIdentity)Apply(type.Resource);
        return resource == type.Resource && types.SequenceEqual(type.Types) ? type : type.With(types, resource);
    }

    private FunctionSignature Make(FunctionSignature function)
    {
        ImmutableArray<(string Label, ResolvedType Type)> parameters =
            [.. function.Parameters.Select(parameter => (parameter.Label, (ResolvedType)Apply(parameter.Type)))];
        ResolvedType? result = function.Result is null ? null : (ResolvedType)Apply(function.Result);
        return result == function.Result && parameters.SequenceEqual(function.Parameters)
            ? function
            : new FunctionSignature(parameters, result, function.IsAsync);
    }
}
