namespace Skiff.Wit;

/// <summary>A handle that owns its resource: dropping it destroys the resource.</summary>
public sealed class OwnType : HandleType
{
    /// <summary>Makes the type of the owned handles of a resource.</summary>
    public OwnType(TypeDefinition resource)
        : base(resource)
    {
    }
}
