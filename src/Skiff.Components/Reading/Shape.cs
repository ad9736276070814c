using Skiff.Wasm.Components;

namespace Skiff.Components.Reading;

/// <summary>
/// What a definition is seen from outside, every type with an identity of its own wherever it is given a name: so that what
/// a text called <c>number</c> is not mistaken for <c>u32</c>.
/// </summary>
internal abstract class Shape;

/// <summary>A function, or the type of one.</summary>
internal sealed class FunctionShape(IReadOnlyList<(string Label, TypeShape Type)> parameters, TypeShape? result, bool isAsync) : Shape
{
    public IReadOnlyList<(string Label, TypeShape Type)> Parameters => parameters;

    public TypeShape? Result => result;

    public bool IsAsync => isAsync;
}

/// <summary>An instance.</summary>
internal sealed class InstanceShape(IReadOnlyList<(ExternName Name, Shape Shape)> exports) : Shape
{
    public IReadOnlyList<(ExternName Name, Shape Shape)> Exports => exports;

    public Shape? Find(string name) => exports.FirstOrDefault(export => export.Name.Name == name).Shape;
}

/// <summary>A component, or the type of one or of instances: definitions that are gone through when it is instantiated.</summary>
internal sealed class ComponentShape(DefinitionList definitions, ShapeScope scope) : Shape
{
    public DefinitionList Definitions => definitions;

    public ShapeScope Scope => scope;
}

/// <summary>What WIT has no words for: core modules and what belongs to them, values.</summary>
internal sealed class OtherShape : Shape
{
    public static OtherShape Instance { get; } = new();
}
