namespace Skiff.Wasm.Components;

/// <summary>
/// A function called when the component is instantiated (specification: start definitions). Its results are the
/// <see cref="StartResult"/>s that stand behind it.
/// </summary>
public sealed class Start(Definition function) : Definition
{
    /// <summary>The function.</summary>
    public Definition Function { get; set; } = function;

    /// <summary>The values it is called with.</summary>
    public List<Definition> Arguments { get; } = [];

    /// <inheritdoc/>
    public override Sort? Sort => null;

    internal override ComponentSectionId Section => ComponentSectionId.Start;

    internal override string Kind => "start";
}
