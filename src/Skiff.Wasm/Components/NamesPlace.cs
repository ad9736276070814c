namespace Skiff.Wasm.Components;

/// <summary>
/// Where the <c>component-name</c> section stands; what it holds are the names of the definitions. Without one, names
/// are written at the end of the component.
/// </summary>
public sealed class NamesPlace : Definition
{
    /// <inheritdoc/>
    public override Sort? Sort => null;

    internal override ComponentSectionId Section => ComponentSectionId.Custom;

    internal override string Kind => "name section";
}
