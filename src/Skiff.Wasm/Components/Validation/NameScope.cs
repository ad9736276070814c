namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// The names of the imports, or of the exports, of one component or type: their syntax, that they are unique, and that
/// they fit what they name (specification: component binary format, notes on import and export definitions).
/// </summary>
/// <param name="isImport">Whether these are imports.</param>
/// <param name="givesTypes">
/// Whether a resource type that is named is another type from there on, which functions after it can be of; it is not among the
/// exports of an instance that is put together of what there is.
/// </param>
internal sealed class NameScope(bool isImport, bool givesTypes = true)
{
    private readonly Dictionary<string, string> _canonical = [];
    private readonly Dictionary<ResourceIdentity, string> _resources = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _resourceNames = [];

    /// <summary>Adds a name; what is wrong with it, or null.</summary>
    public string? Add(ExternName name, Signature signature) =>
        CheckSyntax(name.Name) ?? CheckAttributes(name, signature) ?? CheckAnnotation(name.Name, signature) ?? Register(name.Name, signature);

    private string? CheckSyntax(string name) =>
        ExternNames.IsLabel(name) || ExternNames.IsInterface(name) || ExternNames.Annotated(name) is not null
        || (isImport && ExternNames.IsOlderForm(name))
            ? null
            : $"'{name}' is not a name: expected kebab case such as my-name, an interface such as a:b/c@1.0.0, or [method]a.b";

    private static string? CheckAttributes(ExternName name, Signature signature)
    {
        if (name.Implements is { } implements)
        {
            if (signature is not InstanceSignature || !ExternNames.IsLabel(name.Name))
            {
                return "only an instance with a plain name implements an interface";
            }

            if (!ExternNames.IsInterface(implements))
            {
                return $"'{implements}' is not the name of an interface";
            }
        }

        return name.VersionSuffix is { } suffix && !(signature is InstanceSignature && ExternNames.IsCanonicalVersion(name.Name, suffix))
            ? $"the version suffix '{suffix}' does not complete the version of '{name}'"
            : null;
    }

    private string? CheckAnnotation(string name, Signature signature)
    {
        if (ExternNames.Annotated(name) is not { } parts)
        {
            return null;
        }

        if (signature is not FunctionSignature function)
        {
            return $"'{name}' is a {signature.Kind}; a {parts.Annotation} is a function";
        }

        switch (parts.Annotation)
        {
            case "constructor":
                ResolvedType? made = function.Result;
                if (made is { Shape: ResolvedTypeKind.Result })
                {
                    made = made.Types[0];
                }

                return function.IsAsync ? $"the constructor '{name}' is asynchronous"
                    : made is { Shape: ResolvedTypeKind.Own, Resource: { } resource } ? CheckResource(name, parts.Resource, resource)
                    : $"the constructor '{name}' does not return the resource it makes";
            case "method":
                return function.Parameters is [{ Label: "self", Type: { Shape: ResolvedTypeKind.Borrow, Resource: { } self } }, ..]
                    ? CheckResource(name, parts.Resource, self)
                    : $"the first parameter of '{name}' is not 'self', a borrowed handle";
            default:
                return _resourceNames.Contains(parts.Resource) ? null : $"there is no resource type '{parts.Resource}' before '{name}'";
        }
    }

    private string? CheckResource(string name, string wanted, ResourceIdentity resource) =>
        !_resources.TryGetValue(resource, out string? found) ? $"the resource type of '{name}' has no name here"
        : found == wanted ? null
        : $"'{name}' belongs to the resource type '{found}'";

    private string? Register(string name, Signature signature)
    {
        if (!_canonical.TryAdd(ExternNames.Canonicalize(name), name))
        {
            return $"the name '{name}' conflicts with '{_canonical[ExternNames.Canonicalize(name)]}'";
        }

        if (signature is TypeSignature { Type: ResourceIdentity resource })
        {
            if (givesTypes)
            {
                _resources.TryAdd(resource, name);
            }

            _resourceNames.Add(name);
        }

        return null;
    }
}
