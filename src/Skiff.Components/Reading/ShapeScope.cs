using Skiff.Wasm.Components;

namespace Skiff.Components.Reading;

/// <summary>What the definitions of one component, type or instance of one are, within those around it.</summary>
/// <param name="parent">The scope around it.</param>
internal sealed class ShapeScope(ShapeScope? parent)
{
    private readonly Dictionary<Definition, Shape> _shapes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says what a definition is.</summary>
    public void Add(Definition definition, Shape shape) => _shapes.Add(definition, shape);

    /// <summary>What a definition of this scope or of one around it is.</summary>
    public Shape this[Definition definition]
    {
        get
        {
            for (ShapeScope? scope = this; scope is not null; scope = scope.Parent)
            {
                if (scope._shapes.TryGetValue(definition, out Shape? shape))
                {
                    return shape;
                }
            }

            throw new InvalidOperationException($"The {definition} is used before it is defined.");
        }
    }

    private ShapeScope? Parent => parent;
}
