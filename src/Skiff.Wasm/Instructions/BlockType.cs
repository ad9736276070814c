namespace Skiff.Wasm;

/// <summary>
/// What a block takes from and leaves on the stack: nothing, one result, or a function type
/// (specification: instructions, block types).
/// </summary>
public readonly record struct BlockType
{
    private readonly ValType _result;

    /// <summary>Makes a block type that takes nothing and leaves one value.</summary>
    public BlockType(ValType result) => _result = result;

    /// <summary>Makes a block type of a function type.</summary>
    public BlockType(FunctionType function) => Function = function;

    /// <summary>Takes nothing, leaves nothing.</summary>
    public static BlockType Empty => default;

    /// <summary>The function type, if the block type is one.</summary>
    public FunctionType? Function { get; }

    /// <summary>The result, if the block type is one value type.</summary>
    public ValType? Result => _result.Code == 0 ? null : _result;

    /// <summary>Makes a block type that takes nothing and leaves one value.</summary>
    public static implicit operator BlockType(ValType result) => new(result);

    /// <summary>Makes a block type of a function type.</summary>
    public static implicit operator BlockType(FunctionType function) => new(function);

    /// <summary>The type in the text format.</summary>
    public override string ToString() => Function?.ToString() ?? (Result is { } result ? $"(result {result})" : "");
}
