namespace Skiff.Wasm.Components;

/// <summary>A type that the imports and exports after it use.</summary>
public sealed class ModuleTypeDeclaration(DefinedType type) : ModuleDeclarator
{
    /// <summary>The type; the members of a recursion group stand next to each other.</summary>
    public DefinedType Type { get; } = type;
}
