using Skiff.Wit;

namespace Skiff.Components;

/// <summary>
/// The types of imported interfaces that a component needs: those of the functions that its core module imports, and of
/// what it exports. A component imports no more, so that a host need not offer more.
/// </summary>
internal sealed class NeededTypes
{
    private readonly HashSet<TypeDefinition> _types = [];

    public bool Contains(TypeDefinition type) => _types.Contains(type);

    public void Add(Function function)
    {
        if (function.Resource is { } resource)
        {
            Add(resource);
        }

        foreach (Parameter parameter in function.Parameters)
        {
            Add(parameter.Type);
        }

        if (function.Result is { } result)
        {
            Add(result);
        }
    }

    public void Add(WitType type)
    {
        if (type is TypeDefinition definition && !_types.Add(definition))
        {
            return;
        }

        foreach (WitType part in type.Parts)
        {
            Add(part);
        }
    }
}
