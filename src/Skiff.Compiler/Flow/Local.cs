using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A variable that holds one wasm value and has no address. All but parameters start as zero.</summary>
internal sealed class Local(ValType type, string? name = null)
{
    /// <summary>Type of the value.</summary>
    public ValType Type { get; } = type;

    /// <summary>Name in the source, when it has one.</summary>
    public string? Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Name ?? "temporary";
}
