namespace Skiff.Wasm.Components;

/// <summary>One of several cases: <c>(variant (case "a" u32) (case "b"))</c>.</summary>
public sealed class VariantType(params IEnumerable<VariantCase> cases) : TypeDefinition
{
    /// <summary>The cases, at least one.</summary>
    public List<VariantCase> Cases { get; } = [.. cases];

    internal override string Kind => "variant";
}
