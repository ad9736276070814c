using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// Whether something can be passed where something else is expected (specification: component model explainer, type
/// checking; subtyping). All methods return what is wrong, or null.
/// </summary>
internal sealed class SignatureMatching(TypeRelation coreTypes)
{
    private readonly HashSet<(Signature Given, Signature Wanted)> _equal = [];

    /// <summary>
    /// Finds out what stands for the resource types that an expected list of names introduces, by what the given side
    /// has under the same names.
    /// </summary>
    /// <param name="wanted">The names.</param>
    /// <param name="given">What the given side has under a name.</param>
    /// <param name="bound">The resource types that the list introduces.</param>
    /// <param name="map">Where they go, with what stands for them.</param>
    /// <param name="named">Where the other types that bear a name go; whether they fit is not checked here.</param>
    public static void Bind(
        IReadOnlyList<NamedSignature> wanted,
        Func<string, Signature?> given,
        IReadOnlyCollection<ResourceIdentity> bound,
        Dictionary<Signature, Signature> map,
        Dictionary<Signature, Signature>? named = null)
    {
        foreach (NamedSignature expected in wanted)
        {
            switch (expected.Signature, given(expected.Name.Name))
            {
                case (TypeSignature { Type: ResourceIdentity resource }, TypeSignature { Type: ResourceIdentity actual }) when bound.Contains(resource):
                    map.TryAdd(resource, actual);
                    break;
                case (TypeSignature { Type: var type }, TypeSignature { Type: var actual }) when type.GetType() == actual.GetType():
                    named?.TryAdd(type, actual);
                    break;
                case (InstanceSignature inner, InstanceSignature actual):
                    Bind(inner.Exports, actual.Find, bound, map, named);
                    break;
            }
        }
    }

    /// <summary>Checks something that is passed or exported.</summary>
    public string? Check(Signature given, Signature wanted)
    {
        switch (given, wanted)
        {
            case (FunctionSignature a, FunctionSignature b):
                return CheckFunction(a, b);
            case (InstanceSignature a, InstanceSignature b):
                return CheckInstance(a, b);
            case (ModuleSignature a, ModuleSignature b):
                return CheckModule(a, b);
            case (ComponentSignature a, ComponentSignature b):
                return CheckComponent(a, b);
            case (TypeSignature a, TypeSignature b):
                return Same(a.Type, b.Type) ? null : $"it is the {Describe(a.Type)}; expected the {Describe(b.Type)}";
            case (ValueSignature a, ValueSignature b):
                return Same(a.Type, b.Type) ? null : $"it is of type {a.Type}; expected {b.Type}";
            default:
                return $"it is a {given.Kind}; expected a {wanted.Kind}";
        }
    }

    /// <summary>Whether two types are equal.</summary>
    public bool Same(Signature left, Signature right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (_equal.Contains((left, right)))
        {
            return true;
        }

        bool same = (left, right) switch
        {
            (ResolvedType a, ResolvedType b) => a.Shape == b.Shape && a.Primitive == b.Primitive && a.Length == b.Length
                && a.Resource?.Root == b.Resource?.Root && a.Labels.SequenceEqual(b.Labels) && a.Types.Length == b.Types.Length
                && a.Types.Zip(b.Types).All(pair => pair.First is null || pair.Second is null ? pair.First == pair.Second : Same(pair.First, pair.Second)),
            (ResourceIdentity a, ResourceIdentity b) => a.Root == b.Root,
            (FunctionSignature a, FunctionSignature b) => CheckFunction(a, b) is null,
            (InstanceSignature or ComponentSignature, InstanceSignature or ComponentSignature) => Check(left, right) is null && Check(right, left) is null,
            _ => false,
        };
        if (same)
        {
            _equal.Add((left, right));
        }

        return same;
    }

    /// <summary>Whether a core item can be passed where another is expected (core specification: external typing).</summary>
    public string? CheckCore(Extern given, Extern wanted) => (given, wanted) switch
    {
        (Function a, Function b) => coreTypes.Same(a.Type, b.Type) ? null : $"it is of type {a.Type}; expected {b.Type}",
        (Memory a, Memory b) => CheckLimits(a.Limits, b.Limits),
        (Table a, Table b) => coreTypes.Same(a.ElementType, b.ElementType) ? CheckLimits(a.Limits, b.Limits) : $"its elements are of type {a.ElementType}; expected {b.ElementType}",
        (Global a, Global b) => a.IsMutable == b.IsMutable && (a.IsMutable ? coreTypes.Same(a.Type, b.Type) : coreTypes.Matches(a.Type, b.Type))
            ? null
            : $"it is {Describe(a)}; expected {Describe(b)}",
        (Tag a, Tag b) => coreTypes.Same(a.Type, b.Type) ? null : $"it is of type {a.Type}; expected {b.Type}",
        _ => $"it is a {given.Kind}; expected a {wanted.Kind}",
    };

    private static string Describe(Signature type) => type is ResolvedType ? $"type {type}" : type is ResourceIdentity ? $"resource type {type}" : $"type of a {type.Kind}";

    private static string Describe(Global global) => global.IsMutable ? $"(mut {global.Type})" : global.Type.ToString();

    private static string? CheckLimits(Limits given, Limits wanted) =>
        given.Is64 == wanted.Is64 && given.IsShared == wanted.IsShared && given.Minimum >= wanted.Minimum
        && (wanted.Maximum is null || given.Maximum <= wanted.Maximum)
            ? null
            : $"its limits are {given.Minimum} to {given.Maximum?.ToString() ?? "any"}; expected {wanted.Minimum} to {wanted.Maximum?.ToString() ?? "any"}"
                + (given.Is64 == wanted.Is64 ? "" : $" with {wanted.AddressType} addresses");

    private string? CheckFunction(FunctionSignature given, FunctionSignature wanted)
    {
        bool same = given.IsAsync == wanted.IsAsync
            && given.Parameters.Length == wanted.Parameters.Length
            && given.Parameters.Zip(wanted.Parameters).All(pair => pair.First.Label == pair.Second.Label && Same(pair.First.Type, pair.Second.Type))
            && (given.Result is null || wanted.Result is null ? given.Result == wanted.Result : Same(given.Result, wanted.Result));
        return same ? null : $"it is of type {given}; expected {wanted}";
    }

    private string? CheckInstance(InstanceSignature given, InstanceSignature wanted)
    {
        IReadOnlyList<NamedSignature> exports = wanted.Exports;
        if (wanted.Bound.Count > 0)
        {
            Dictionary<Signature, Signature> map = new(ReferenceEqualityComparer.Instance);
            Bind(wanted.Exports, given.Find, wanted.Bound, map);
            exports = new SignatureSubstitution(map).Apply(wanted.Exports);
        }

        foreach (NamedSignature export in exports)
        {
            string? error = given.Find(export.Name.Name) is { } found
                ? Check(found, export.Signature)
                : $"it is missing; expected a {export.Signature.Kind}";
            if (error is not null)
            {
                return $"its export '{export.Name}' does not fit: {error}";
            }
        }

        return null;
    }

    private string? CheckModule(ModuleSignature given, ModuleSignature wanted)
    {
        foreach (Extern import in given.Imports)
        {
            Extern? offered = wanted.Imports.FirstOrDefault(other => other.Import == import.Import);
            string? error = offered is null ? "it is not expected" : CheckCore(offered, import);
            if (error is not null)
            {
                return $"its import '{import.Import}' does not fit: {error}";
            }
        }

        foreach ((string name, Extern export) in wanted.Exports)
        {
            string? error = given.Exports.TryGetValue(name, out Extern? found) ? CheckCore(found, export) : $"it is missing; expected a {export.Kind}";
            if (error is not null)
            {
                return $"its export '{name}' does not fit: {error}";
            }
        }

        return null;
    }

    private string? CheckComponent(ComponentSignature given, ComponentSignature wanted)
    {
        Dictionary<string, Signature> offered = wanted.Imports.ToDictionary(import => import.Name.Name, import => import.Signature);
        Dictionary<Signature, Signature> map = new(ReferenceEqualityComparer.Instance);
        Bind(given.Imports, offered.GetValueOrDefault, given.ImportedResources, map);
        SignatureSubstitution opened = new(map);
        foreach (NamedSignature import in given.Imports)
        {
            string? error = offered.TryGetValue(import.Name.Name, out Signature? found)
                ? Check(found, opened.Apply(import.Signature))
                : "it is not expected";
            if (error is not null)
            {
                return $"its import '{import.Name}' does not fit: {error}";
            }
        }

        InstanceSignature made = new(opened.Apply(given.Exports), []);
        return CheckInstance(made, new InstanceSignature(wanted.Exports, wanted.DefinedResources));
    }
}
