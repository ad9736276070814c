namespace Skiff.Hosting.Components;

/// <summary>What a handle stands for: a resource of the host's, which it knows by a number, or of a guest's.</summary>
internal abstract record ComponentResource
{
    private ComponentResource()
    {
    }

    /// <summary>A resource of the host.</summary>
    /// <param name="Type">The number that <see cref="ComponentImports.Resource"/> was given.</param>
    /// <param name="Representation">What the host knows it by.</param>
    /// <param name="IsOwned">Whether whoever receives it owns it.</param>
    public sealed record Host(uint Type, uint Representation, bool IsOwned = true) : ComponentResource;

    /// <summary>A resource that a component implements, owned by the host until it passes it on or drops it.</summary>
    /// <param name="Handle">A <c>wasmtime_component_resource_any_t</c>, valid as long as the instance.</param>
    public sealed record Guest(nint Handle) : ComponentResource;
}
