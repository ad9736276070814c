namespace Skiff.Wasm.Components;

/// <summary>A result of a <see cref="Components.Start"/>; all of them stand directly behind it, in order.</summary>
public sealed class StartResult(Start start) : Definition
{
    /// <summary>The start definition.</summary>
    public Start Start { get; } = start;

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.Value;

    internal override ComponentSectionId Section => ComponentSectionId.Start;

    internal override string Kind => "result of the start function";
}
