namespace Skiff.Wasm.Components;

/// <summary>A value that is imported or exported.</summary>
public sealed class ValueSignature : Signature
{
    internal ValueSignature(ResolvedType type) => Type = type;

    /// <summary>The type of the value.</summary>
    public ResolvedType Type { get; }

    internal override string Kind => "value";
}
