namespace Skiff.Wasm;

/// <summary>
/// The type of a value: a number, a vector or a reference (specification: types, value types). The name is the
/// specification's <c>valtype</c>; <c>ValueType</c> is taken by .NET itself.
/// </summary>
public readonly struct ValType : IEquatable<ValType>
{
    internal const byte ReferenceCode = 0x64;
    internal const byte NullableReferenceCode = 0x63;

    private ValType(byte code, HeapType heapType = default)
    {
        Code = code;
        HeapType = heapType;
    }

    /// <summary>32-bit integers.</summary>
    public static ValType I32 => new(0x7F);

    /// <summary>64-bit integers.</summary>
    public static ValType I64 => new(0x7E);

    /// <summary>32-bit floating point.</summary>
    public static ValType F32 => new(0x7D);

    /// <summary>64-bit floating point.</summary>
    public static ValType F64 => new(0x7C);

    /// <summary>128-bit vectors.</summary>
    public static ValType V128 => new(0x7B);

    /// <summary>A function or null: <c>(ref null func)</c>.</summary>
    public static ValType FuncRef => Reference(AbstractHeapType.Func, nullable: true);

    /// <summary>A host value or null: <c>(ref null extern)</c>.</summary>
    public static ValType ExternRef => Reference(AbstractHeapType.Extern, nullable: true);

    /// <summary>An exception or null: <c>(ref null exn)</c>.</summary>
    public static ValType ExceptionRef => Reference(AbstractHeapType.Exception, nullable: true);

    /// <summary>Whether the type is a reference type.</summary>
    public bool IsReference => Code is ReferenceCode or NullableReferenceCode;

    /// <summary>Whether the type is a reference type that includes null.</summary>
    public bool IsNullable => Code == NullableReferenceCode;

    /// <summary>Whether the type is <see cref="I32"/>, <see cref="I64"/>, <see cref="F32"/> or <see cref="F64"/>.</summary>
    public bool IsNumber => Code is >= 0x7C and <= 0x7F;

    /// <summary>Whether a local of this type starts with a value: all but references without null.</summary>
    public bool IsDefaultable => Code != ReferenceCode;

    /// <summary>What a reference points to; meaningless for other types.</summary>
    public HeapType HeapType { get; }

    /// <summary>The first byte of the binary format, with references in their long form.</summary>
    internal byte Code { get; }

    /// <summary>The polymorphic type of values under unreachable code, for validation only.</summary>
    internal bool IsBottom => Code == 0;

    /// <summary>A reference to whatever is wanted, of values under unreachable code, for validation only.</summary>
    internal static ValType BottomReference => new(ReferenceCode);

    /// <summary>Makes a reference type.</summary>
    public static ValType Reference(HeapType heapType, bool nullable) =>
        new(nullable ? NullableReferenceCode : ReferenceCode, heapType);

    /// <summary>Whether two types are the same.</summary>
    public static bool operator ==(ValType left, ValType right) => left.Equals(right);

    /// <summary>Whether two types differ.</summary>
    public static bool operator !=(ValType left, ValType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ValType other) => Code == other.Code && (!IsReference || HeapType == other.HeapType);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsReference ? HashCode.Combine(Code, HeapType) : Code;

    /// <summary>The text format's name of the type.</summary>
    public override string ToString() => Code switch
    {
        0x7F => "i32",
        0x7E => "i64",
        0x7D => "f32",
        0x7C => "f64",
        0x7B => "v128",
        ReferenceCode => $"(ref {HeapType})",
        NullableReferenceCode => $"(ref null {HeapType})",
        _ => "unknown",
    };

    /// <summary>Makes a number or vector type from its binary code.</summary>
    internal static ValType FromCode(byte code) => new(code);

    /// <summary>Splits the type into what fits an instruction: bits, and the defined type if any.</summary>
    internal (ulong Bits, DefinedType? Defined) Split() => (Code | ((ulong)HeapType.Abstract << 8), HeapType.Defined);

    /// <summary>Puts together what <see cref="Split"/> took apart.</summary>
    internal static ValType Join(ulong bits, DefinedType? defined) => new(
        (byte)bits,
        defined is null ? new HeapType((AbstractHeapType)(byte)(bits >> 8)) : new HeapType(defined));
}
