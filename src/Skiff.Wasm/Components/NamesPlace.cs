namespace Skiff.Wasm.Components;

/// <summary>
/// Where the <c>component-name</c> section stands; what it holds are the names of the definitions. Without one, names
/// are written at the end of the component.
/// </summary>
public sealed class NamesPlace : Definition
{
    /// <summary>The contents as they were read, which are written again while they still say what the definitions are called.</summary>
    internal ReadOnlyMemory<byte> Contents { get; init; }

    /// <inheritdoc/>
    public override Sort? Sort => null;

    internal override ComponentSectionId Section => ComponentSectionId.Custom;

    internal override string Kind => "name section";
}
