using Skiff.Bindings.Model;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>A world in C# with what passes its values across the boundary of a guest.</summary>
internal sealed class GuestModel
{
    private readonly Dictionary<Container, AbiClass> _classes = [];

    public GuestModel(WorldModel world)
    {
        World = world;
        foreach (Container container in world.Containers)
        {
            _classes.Add(container, new(this, container));
        }
    }

    /// <summary>The world.</summary>
    public WorldModel World { get; }

    /// <summary>How values lie in memory.</summary>
    public CanonicalLayout Layout { get; } = new(PointerWidth.Bits32);

    /// <summary>How values are passed as core values.</summary>
    public Flattening Flattening { get; } = new(PointerWidth.Bits32);

    /// <summary>The class beside a container.</summary>
    public AbiClass this[Container container] => _classes[container];

    /// <summary>Writes what was asked for of all those classes, and what that asks for.</summary>
    public void WritePending()
    {
        bool any = true;
        while (any)
        {
            any = false;
            foreach (AbiClass item in _classes.Values)
            {
                any |= item.WritePending();
            }
        }
    }
}
