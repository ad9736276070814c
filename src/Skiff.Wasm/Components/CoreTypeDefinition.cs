namespace Skiff.Wasm.Components;

/// <summary>
/// A core type (specification: component binary format, <c>core:type</c>): of a function, of the garbage-collected
/// heap, or a <see cref="ModuleType"/>. The members of a recursion group stand next to each other, in order.
/// </summary>
public sealed class CoreTypeDefinition(DefinedType type) : Definition
{
    /// <summary>The type.</summary>
    public DefinedType Type { get; set; } = type;

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.CoreType;

    internal override ComponentSectionId Section => ComponentSectionId.CoreType;

    internal override string Kind => "core type";
}
