using Skiff.Bindings.Model;
using Skiff.Bindings.Writing;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>A world in C# with what passes its values across the boundary of a guest.</summary>
internal sealed class GuestModel
{
    private readonly Dictionary<Container, AbiClass> _classes = [];
    private readonly bool _isChecked;

    /// <param name="world">The world.</param>
    /// <param name="isChecked">Whether the project's arithmetic is checked for overflows, which that of numbers of WebAssembly must not be.</param>
    /// <param name="returnsResults">Whether exported functions return results.</param>
    public GuestModel(WorldModel world, bool isChecked, bool returnsResults)
    {
        World = world;
        ReturnsResults = returnsResults;
        _isChecked = isChecked;
        foreach (Container container in world.Containers)
        {
            _classes.Add(container, new(this, container));
        }
    }

    /// <summary>The world.</summary>
    public WorldModel World { get; }

    /// <summary>Whether exported functions return results, where they otherwise return values or throw.</summary>
    public bool ReturnsResults { get; }

    /// <summary>How values lie in memory.</summary>
    public CanonicalLayout Layout { get; } = new(PointerWidth.Bits32);

    /// <summary>How values are passed as core values.</summary>
    public Flattening Flattening { get; } = new(PointerWidth.Bits32);

    /// <summary>The class beside a container.</summary>
    public AbiClass this[Container container] => _classes[container];

    /// <summary>Opens the body of a method that turns values into numbers of WebAssembly or back.</summary>
    public void OpenMethod(Code code, string declaration)
    {
        code.Open(declaration);
        if (_isChecked)
        {
            code.Open("unchecked");
        }
    }

    /// <summary>Closes such a body.</summary>
    public void CloseMethod(Code code)
    {
        if (_isChecked)
        {
            code.Close();
        }

        code.Close();
    }

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
