namespace Skiff.Wasm.Components;

/// <summary>The type of a component function (specification: component binary format, <c>functype</c>).</summary>
public sealed class ComponentFunctionType(IEnumerable<LabeledType> parameters, ComponentValType? result = null) : TypeDefinition
{
    /// <summary>The parameters, in order.</summary>
    public List<LabeledType> Parameters { get; } = [.. parameters];

    /// <summary>The result, if there is one.</summary>
    public ComponentValType? Result { get; set; } = result;

    /// <summary>Whether calls may block: <c>(func async …)</c>.</summary>
    public bool IsAsync { get; set; }

    internal override string Kind => "function type";
}
