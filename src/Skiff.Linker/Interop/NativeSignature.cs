using System.Collections.Immutable;
using Skiff.Wasm;

namespace Skiff.Linker.Interop;

/// <summary>The native signature of a method.</summary>
/// <param name="Result">What it returns.</param>
/// <param name="Parameters">What it takes.</param>
internal sealed record NativeSignature(NativeType Result, ImmutableArray<NativeType> Parameters)
{
    /// <summary>The type of the function.</summary>
    public FunctionType Type => new(Parameters.Select(TypeOf), Result == NativeType.Void ? null : TypeOf(Result));

    /// <summary>
    /// What the interpreter calls the signature when it looks for the function that passes arguments on: a letter for the
    /// result, then one for each parameter.
    /// </summary>
    public string Cookie => string.Concat(Parameters.Prepend(Result).Select(Letter));

    /// <inheritdoc/>
    public bool Equals(NativeSignature? other) => other is not null && Result == other.Result && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Cookie.GetHashCode(StringComparison.Ordinal);

    /// <summary>The wasm type of a value.</summary>
    public static ValType TypeOf(NativeType type) => type switch
    {
        NativeType.Int64 => ValType.I64,
        NativeType.Float32 => ValType.F32,
        NativeType.Float64 => ValType.F64,
        NativeType.Void => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        _ => ValType.I32,
    };

    private static char Letter(NativeType type) => type switch
    {
        NativeType.Void => 'V',
        NativeType.Int64 => 'L',
        NativeType.Float32 => 'F',
        NativeType.Float64 => 'D',
        _ => 'I',
    };
}
