namespace Skiff.Compiler.Flow.Structuring;

/// <summary>Goes to a label: wasm's <c>br</c>.</summary>
internal sealed class BreakRegion(Label label) : Region
{
    /// <summary>Where it goes.</summary>
    public Label Label { get; } = label;
}
