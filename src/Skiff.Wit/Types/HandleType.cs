namespace Skiff.Wit;

/// <summary>A reference to a resource (WIT.md, "Handles").</summary>
public abstract class HandleType : StructuralType
{
    private protected HandleType(TypeDefinition resource)
        : base(resource)
    {
        Resource = resource;
    }

    /// <summary>What the scope calls the resource: its definition, or an alias of it.</summary>
    public TypeDefinition Resource { get; }

    /// <summary>The definition of the resource.</summary>
    /// <exception cref="InvalidOperationException">The name stands for something other than a resource.</exception>
    public ResourceDefinition Definition =>
        Resource.Unaliased as ResourceDefinition
        ?? throw new InvalidOperationException($"`{Resource.Name}` is not a resource, so there are no handles of it.");
}
