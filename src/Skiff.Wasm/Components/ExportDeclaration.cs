namespace Skiff.Wasm.Components;

/// <summary>What instances or components of a type export (specification: type definitions, <c>exportdecl</c>).</summary>
public sealed class ExportDeclaration(ExternName externName, ExternType type) : Definition
{
    /// <summary>The name with its attributes.</summary>
    public ExternName ExternName { get; set; } = externName;

    /// <summary>What is exported.</summary>
    public ExternType Type { get; set; } = type;

    /// <inheritdoc/>
    public override Sort? Sort => Type.Sort;

    internal override ComponentSectionId Section => ComponentSectionId.Export;

    internal override string Kind => $"export '{ExternName}'";
}
