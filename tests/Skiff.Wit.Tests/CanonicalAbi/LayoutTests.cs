using Skiff.Wit.CanonicalAbi;

namespace Skiff.Wit.Tests.CanonicalAbi;

/// <summary>Sizes, alignments and core types against the rules and examples of CanonicalABI.md.</summary>
public sealed class LayoutTests
{
    private const string Types = """
        package t:t;
        interface i {
            resource r;
            enum e1 { a }
            flags f1 { a }
            flags f8 { f0, f1, f2, f3, f4, f5, f6, f7 }
            flags f9 { f0, f1, f2, f3, f4, f5, f6, f7, f8 }
            flags f17 { f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16 }
            flags f32s {
                f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15,
                f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31,
            }
            record bytes-then-word { a: u8, b: u32, c: u8 }
            record mixed { a: u8, b: u16, c: u8, d: u32 }
            variant v0 { a }
            variant v { a(u8), b(f32), c(u64), d }
            variant narrow { a(u32), b(f32) }
            variant wide { a(f32), b(f64) }
            variant nested { a(v), b(string) }
        }
        """;

    // The type, and in 32-bit and 64-bit memories its size and alignment, and the core types it is flattened to.
    [Theory]
    [InlineData("bool", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("s8", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("u16", 2, 2, "i32", 2, 2, "i32")]
    [InlineData("s32", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("u64", 8, 8, "i64", 8, 8, "i64")]
    [InlineData("f32", 4, 4, "f32", 4, 4, "f32")]
    [InlineData("f64", 8, 8, "f64", 8, 8, "f64")]
    [InlineData("char", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("string", 8, 4, "i32 i32", 16, 8, "i64 i64")]
    [InlineData("error-context", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("list<u8>", 8, 4, "i32 i32", 16, 8, "i64 i64")]
    [InlineData("map<string, u8>", 8, 4, "i32 i32", 16, 8, "i64 i64")]
    [InlineData("list<u16, 3>", 6, 2, "i32 i32 i32", 6, 2, "i32 i32 i32")]
    [InlineData("list<list<u8, 2>, 3>", 6, 1, "i32 i32 i32 i32 i32 i32", 6, 1, "i32 i32 i32 i32 i32 i32")]
    [InlineData("list<u8, 17>", 17, 1, null, 17, 1, null)]
    [InlineData("own<r>", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("borrow<r>", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("stream<u64>", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("future", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("tuple<u8, u8>", 2, 1, "i32 i32", 2, 1, "i32 i32")]
    [InlineData("tuple<u16, u8>", 4, 2, "i32 i32", 4, 2, "i32 i32")]
    [InlineData("tuple<tuple<u16, u8>, u8>", 6, 2, "i32 i32 i32", 6, 2, "i32 i32 i32")]
    [InlineData("bytes-then-word", 12, 4, "i32 i32 i32", 12, 4, "i32 i32 i32")]
    [InlineData("mixed", 12, 4, "i32 i32 i32 i32", 12, 4, "i32 i32 i32 i32")]
    [InlineData("option<u8>", 2, 1, "i32 i32", 2, 1, "i32 i32")]
    [InlineData("option<u64>", 16, 8, "i32 i64", 16, 8, "i32 i64")]
    [InlineData("option<string>", 12, 4, "i32 i32 i32", 24, 8, "i32 i64 i64")]
    [InlineData("result", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("result<u32, u8>", 8, 4, "i32 i32", 8, 4, "i32 i32")]
    [InlineData("result<f32, f64>", 16, 8, "i32 i64", 16, 8, "i32 i64")]
    [InlineData("result<_, string>", 12, 4, "i32 i32 i32", 24, 8, "i32 i64 i64")]
    [InlineData("e1", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("f1", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("f8", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("f9", 2, 2, "i32", 2, 2, "i32")]
    [InlineData("f17", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("f32s", 4, 4, "i32", 4, 4, "i32")]
    [InlineData("v0", 1, 1, "i32", 1, 1, "i32")]
    [InlineData("v", 16, 8, "i32 i64", 16, 8, "i32 i64")]
    [InlineData("narrow", 8, 4, "i32 i32", 8, 4, "i32 i32")]
    [InlineData("wide", 16, 8, "i32 i64", 16, 8, "i32 i64")]
    [InlineData("nested", 24, 8, "i32 i32 i64", 24, 8, "i32 i64 i64")]
    public void A_type_has_a_size_an_alignment_and_core_types(
        string type, int size, int alignment, string? flat, int size64, int alignment64, string? flat64)
    {
        string text = Types.Replace("resource r;", $"resource r; type it = list<{type}>;", StringComparison.Ordinal);
        AliasDefinition alias = (AliasDefinition)TestData.Load(text).Root!.Interfaces[0].FindType("it")!;
        WitType result = ((ListType)alias.Target).Element;

        CanonicalLayout layout = new(PointerWidth.Bits32);
        CanonicalLayout layout64 = new(PointerWidth.Bits64);
        Assert.Equal((size, alignment), (layout.GetSize(result), layout.GetAlignment(result)));
        Assert.Equal((size64, alignment64), (layout64.GetSize(result), layout64.GetAlignment(result)));
        Assert.Equal(flat, Describe(new Flattening(PointerWidth.Bits32).Flatten(result)));
        Assert.Equal(flat64, Describe(new Flattening(PointerWidth.Bits64).Flatten(result)));
    }

    [Fact]
    public void The_fields_of_a_record_are_aligned()
    {
        TypeDefinition mixed = TestData.Load(Types).Root!.Interfaces[0].FindType("mixed")!;

        RecordLayout layout = new CanonicalLayout(PointerWidth.Bits32).GetRecord(mixed);

        Assert.Equal([0, 2, 4, 8], layout.Offsets);
        Assert.Equal((12, 4), (layout.Size, layout.Alignment));
    }

    // The places that values have in the memories of the specification's own tests.
    [Theory]
    [InlineData("tuple<u8, u8, u16, u32>", "0 1 2 4", 8)]
    [InlineData("tuple<u8, u16, u8, u32>", "0 2 4 8", 12)]
    [InlineData("tuple<u16, u8>", "0 2", 4)]
    [InlineData("tuple<tuple<u16, u8>, u8>", "0 4", 6)]
    [InlineData("tuple<string, u64>", "0 8", 16)]
    public void The_elements_of_a_tuple_are_aligned(string type, string offsets, int size)
    {
        AliasDefinition alias = (AliasDefinition)TestData.Load($"package t:t; interface i {{ type it = {type}; }}").Root!.Interfaces[0].Types[0];

        RecordLayout layout = new CanonicalLayout(PointerWidth.Bits32).GetRecord(alias);

        Assert.Equal((offsets, size), (string.Join(" ", layout.Offsets), layout.Size));
    }

    [Fact]
    public void The_elements_of_a_map_are_pairs()
    {
        WitType element = Shape.GetElement(new MapType(PrimitiveType.U8, PrimitiveType.U16))!;

        Assert.Equal([0, 2], new CanonicalLayout(PointerWidth.Bits32).GetRecord(element).Offsets);
        Assert.Equal(4, new CanonicalLayout(PointerWidth.Bits32).GetSize(element));
    }

    [Fact]
    public void The_payload_of_a_variant_is_aligned_for_every_case()
    {
        TypeDefinition variant = TestData.Load(Types).Root!.Interfaces[0].FindType("v")!;

        VariantLayout layout = new CanonicalLayout(PointerWidth.Bits32).GetVariant(variant);

        Assert.Equal((1, 8, 16, 8), (layout.DiscriminantSize, layout.PayloadOffset, layout.Size, layout.Alignment));
        Assert.Equal(["u8", "f32", "u64", null], layout.Payloads.Select(payload => payload?.ToString()));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(256, 1)]
    [InlineData(257, 2)]
    [InlineData(65536, 2)]
    [InlineData(65537, 4)]
    public void A_discriminant_is_as_wide_as_the_number_of_cases_needs(int cases, int size) =>
        Assert.Equal(size, Shape.GetDiscriminantSize(cases));

    [Fact]
    public void Sizes_do_not_overflow()
    {
        WitType type = PrimitiveType.U64;
        for (int i = 0; i < 50; i++)
        {
            type = new ListType(type, uint.MaxValue);
        }

        Assert.True(new CanonicalLayout(PointerWidth.Bits32).GetSize(type) >= 1L << 32);
        Assert.Null(new Flattening(PointerWidth.Bits32).Flatten(type));
    }

    // CanonicalABI.md, "Flattening": a join keeps what it can and is as wide as it must be.
    [Theory]
    [InlineData(CoreType.I32, CoreType.I32, CoreType.I32)]
    [InlineData(CoreType.F64, CoreType.F64, CoreType.F64)]
    [InlineData(CoreType.I32, CoreType.F32, CoreType.I32)]
    [InlineData(CoreType.F32, CoreType.I32, CoreType.I32)]
    [InlineData(CoreType.F32, CoreType.F64, CoreType.I64)]
    [InlineData(CoreType.I64, CoreType.F64, CoreType.I64)]
    [InlineData(CoreType.I32, CoreType.I64, CoreType.I64)]
    public void Core_types_join(CoreType left, CoreType right, CoreType joined) =>
        Assert.Equal(joined, Flattening.Join(left, right));

    internal static string? Describe(IReadOnlyList<CoreType>? types) =>
        types is null ? null : string.Join(" ", types).ToLowerInvariant();
}
