using Skiff.Wasm.Components;

namespace Skiff.Components.Reading;

/// <summary>A type: what it consists of, or another that it is a further name of.</summary>
internal sealed class TypeShape : Shape
{
    private static readonly Dictionary<PrimitiveValType, TypeShape> s_primitives = Enum.GetValues<PrimitiveValType>()
        .ToDictionary(primitive => primitive, primitive => new TypeShape(new PrimitiveType(primitive), []));

    private TypeShape(TypeDefinition? structure, IReadOnlyList<TypeShape?> parts, TypeShape? target = null) =>
        (Structure, Parts, Target) = (structure, parts, target);

    /// <summary>What it consists of; null for a further name, and for a resource of somebody else's.</summary>
    public TypeDefinition? Structure { get; }

    /// <summary>The types in <see cref="Structure"/>, in order; null for what carries nothing.</summary>
    public IReadOnlyList<TypeShape?> Parts { get; }

    /// <summary>The type that it is a further name of.</summary>
    public TypeShape? Target { get; }

    /// <summary>This type, then those that it is a further name of.</summary>
    public IEnumerable<TypeShape> Chain
    {
        get
        {
            for (TypeShape? type = this; type is not null; type = type.Target)
            {
                yield return type;
            }
        }
    }

    /// <summary>The type behind all names.</summary>
    public TypeShape Base => Chain.Last();

    /// <summary>Whether it is a resource type.</summary>
    public bool IsResource => Base.Structure is null or ResourceType;

    public static TypeShape Primitive(PrimitiveValType primitive) => s_primitives[primitive];

    public static TypeShape Of(TypeDefinition structure, IReadOnlyList<TypeShape?> parts) => new(structure, parts);

    /// <summary>A further name.</summary>
    public static TypeShape NameOf(TypeShape type) => new(null, [], type);

    /// <summary>A resource type that nothing is known of.</summary>
    public static TypeShape NewResource() => new(null, []);
}
