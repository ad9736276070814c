namespace Skiff.Wit;

/// <summary>A type that is not made of others. There is one object of each.</summary>
public sealed class PrimitiveType : WitType
{
    private PrimitiveType(PrimitiveKind kind, string keyword)
    {
        Kind = kind;
        Keyword = keyword;
    }

    /// <summary><c>bool</c></summary>
    public static PrimitiveType Bool { get; } = new(PrimitiveKind.Bool, "bool");

    /// <summary><c>s8</c></summary>
    public static PrimitiveType S8 { get; } = new(PrimitiveKind.S8, "s8");

    /// <summary><c>u8</c></summary>
    public static PrimitiveType U8 { get; } = new(PrimitiveKind.U8, "u8");

    /// <summary><c>s16</c></summary>
    public static PrimitiveType S16 { get; } = new(PrimitiveKind.S16, "s16");

    /// <summary><c>u16</c></summary>
    public static PrimitiveType U16 { get; } = new(PrimitiveKind.U16, "u16");

    /// <summary><c>s32</c></summary>
    public static PrimitiveType S32 { get; } = new(PrimitiveKind.S32, "s32");

    /// <summary><c>u32</c></summary>
    public static PrimitiveType U32 { get; } = new(PrimitiveKind.U32, "u32");

    /// <summary><c>s64</c></summary>
    public static PrimitiveType S64 { get; } = new(PrimitiveKind.S64, "s64");

    /// <summary><c>u64</c></summary>
    public static PrimitiveType U64 { get; } = new(PrimitiveKind.U64, "u64");

    /// <summary><c>f32</c></summary>
    public static PrimitiveType F32 { get; } = new(PrimitiveKind.F32, "f32");

    /// <summary><c>f64</c></summary>
    public static PrimitiveType F64 { get; } = new(PrimitiveKind.F64, "f64");

    /// <summary><c>char</c></summary>
    public static PrimitiveType Char { get; } = new(PrimitiveKind.Char, "char");

    /// <summary><c>string</c></summary>
    public static PrimitiveType String { get; } = new(PrimitiveKind.String, "string");

    /// <summary><c>error-context</c> (Explainer.md, "Error Context type").</summary>
    public static PrimitiveType ErrorContext { get; } = new(PrimitiveKind.ErrorContext, "error-context");

    /// <summary>Every primitive type.</summary>
    public static IReadOnlyList<PrimitiveType> All { get; } =
        [Bool, S8, U8, S16, U16, S32, U32, S64, U64, F32, F64, Char, String, ErrorContext];

    /// <summary>Which one it is.</summary>
    public PrimitiveKind Kind { get; }

    /// <summary>How it is written.</summary>
    public string Keyword { get; }

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => [];

    /// <summary>The type that a keyword names.</summary>
    public static PrimitiveType? FromKeyword(string keyword)
    {
        foreach (PrimitiveType type in All)
        {
            if (type.Keyword == keyword)
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>How it is written.</summary>
    public override string ToString() => Keyword;
}
