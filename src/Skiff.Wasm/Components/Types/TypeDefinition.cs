namespace Skiff.Wasm.Components;

/// <summary>A definition of a type (specification: component binary format, <c>deftype</c>).</summary>
public abstract class TypeDefinition : Definition
{
    private protected TypeDefinition()
    {
    }

    /// <inheritdoc/>
    public sealed override Sort? Sort => Components.Sort.Type;

    internal sealed override ComponentSectionId Section => ComponentSectionId.Type;
}
