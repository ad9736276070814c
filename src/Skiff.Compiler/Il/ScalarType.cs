using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>A type whose values are one wasm value: primitives, enumerations, pointers, references to locations.</summary>
internal sealed class ScalarType(string name, ScalarKind kind, IlType? element = null) : IlType(name)
{
    /// <summary>How the value lies in memory and which operations apply.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>What a pointer or reference points to; <see langword="null"/> for other kinds.</summary>
    public IlType? Element { get; } = element;

    /// <inheritdoc/>
    public override int Size => Kind switch
    {
        ScalarKind.Int8 or ScalarKind.UInt8 => 1,
        ScalarKind.Int16 or ScalarKind.UInt16 => 2,
        ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Float64 => 8,
        _ => 4,
    };

    /// <inheritdoc/>
    public override int Alignment => Size;

    /// <summary>The wasm type that carries the value on the stack and in locals.</summary>
    public ValType Carrier => Kind switch
    {
        ScalarKind.Int64 or ScalarKind.UInt64 => ValType.I64,
        ScalarKind.Float32 => ValType.F32,
        ScalarKind.Float64 => ValType.F64,
        _ => ValType.I32,
    };
}
