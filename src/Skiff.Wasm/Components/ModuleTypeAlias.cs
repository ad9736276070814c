namespace Skiff.Wasm.Components;

/// <summary>A type of an enclosing scope that the imports and exports after it use.</summary>
public sealed class ModuleTypeAlias : ModuleDeclarator
{
    /// <summary>Takes a type from a scope around the module type.</summary>
    /// <exception cref="ArgumentException">The definition is not a core type.</exception>
    public ModuleTypeAlias(Definition target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
        Type = TypeOf(target) ?? throw new ArgumentException($"The {target} is not a core type.", nameof(target));
    }

    /// <summary>Names a type that the module type itself declares once more.</summary>
    internal ModuleTypeAlias(DefinedType type) => Type = type;

    /// <summary>The definition in a scope around the module type; null when the module type itself declares the type.</summary>
    public Definition? Target { get; }

    /// <summary>The type itself.</summary>
    public DefinedType Type { get; }

    /// <summary>The core type that a definition is or stands for.</summary>
    internal static DefinedType? TypeOf(Definition definition)
    {
        while (definition is OuterAlias alias)
        {
            definition = alias.Target;
        }

        return (definition as CoreTypeDefinition)?.Type;
    }
}
