namespace Skiff.Wasm.Components;

/// <summary>What there is to say about <see cref="PrimitiveValType"/>.</summary>
internal static class PrimitiveValTypes
{
    /// <summary>The primitive type of a code, or null.</summary>
    public static PrimitiveValType? FromCode(byte code) =>
        code != 0 && Enum.IsDefined((PrimitiveValType)code) ? (PrimitiveValType)code : null;

    /// <summary>The text format's name.</summary>
    public static string Text(this PrimitiveValType type) => type switch
    {
        PrimitiveValType.ErrorContext => "error-context",
        PrimitiveValType.String => "string",
        PrimitiveValType.Char => "char",
        PrimitiveValType.F64 => "f64",
        PrimitiveValType.F32 => "f32",
        PrimitiveValType.U64 => "u64",
        PrimitiveValType.S64 => "s64",
        PrimitiveValType.U32 => "u32",
        PrimitiveValType.S32 => "s32",
        PrimitiveValType.U16 => "u16",
        PrimitiveValType.S16 => "s16",
        PrimitiveValType.U8 => "u8",
        PrimitiveValType.S8 => "s8",
        PrimitiveValType.Bool => "bool",
        _ => "?",
    };
}
