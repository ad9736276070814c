namespace Skiff.Wasm.Components;

/// <summary>Success or failure: <c>(result u8 (error string))</c>.</summary>
public sealed class ResultType(ComponentValType? ok = null, ComponentValType? error = null) : TypeDefinition
{
    /// <summary>What success carries, if anything.</summary>
    public ComponentValType? Ok { get; set; } = ok;

    /// <summary>What failure carries, if anything.</summary>
    public ComponentValType? Error { get; set; } = error;

    internal override string Kind => "result";
}
