using Skiff.Wit.CanonicalAbi;

namespace Skiff.Wit.Tests.CanonicalAbi;

/// <summary>The core functions of functions (CanonicalABI.md, "Flattening", <c>flatten_functype</c>).</summary>
public sealed class CoreSignatureTests
{
    private static readonly string Bytes16 = Many("u8", 16);
    private static readonly string Bytes17 = Many("u8", 17);
    private static readonly string Words16 = string.Join(", ", Enumerable.Repeat("i32", 16));

    public static TheoryData<string, string, string> Synchronous => new()
    {
        // Values that the specification's own tests check.
        { "func(a: u8, b: f32, c: f64)", "(i32, f32, f64) -> ()", "(i32, f32, f64) -> ()" },
        { "func(a: u8, b: f32, c: f64) -> f32", "(i32, f32, f64) -> (f32)", "(i32, f32, f64) -> (f32)" },
        { "func(a: u8, b: f32, c: f64) -> u8", "(i32, f32, f64) -> (i32)", "(i32, f32, f64) -> (i32)" },
        { "func(a: u8, b: f32, c: f64) -> tuple<f32>", "(i32, f32, f64) -> (f32)", "(i32, f32, f64) -> (f32)" },
        { "func(a: u8, b: f32, c: f64) -> tuple<f32, f32>", "(i32, f32, f64) -> (i32)", "(i32, f32, f64, i32) -> ()" },
        { $"func({Bytes17})", "(i32) -> ()", "(i32) -> ()" },
        { $"func({Bytes17}) -> tuple<u8, u8>", "(i32) -> (i32)", "(i32, i32) -> ()" },

        // At the limits.
        { $"func({Bytes16})", $"({Words16}) -> ()", $"({Words16}) -> ()" },
        { $"func({Bytes16}) -> string", $"({Words16}) -> (i32)", $"({Words16}, i32) -> ()" },
        { "func() -> list<u8, 4>", "() -> (i32)", "(i32) -> ()" },
        { "func() -> result", "() -> (i32)", "() -> (i32)" },
        { "func() -> option<u8>", "() -> (i32)", "(i32) -> ()" },
        { "func(a: list<u8, 17>)", "(i32) -> ()", "(i32) -> ()" },
    };

    [Theory]
    [MemberData(nameof(Synchronous))]
    public void A_function_is_lifted_and_lowered_with_a_signature(string type, string lifted, string lowered)
    {
        Function function = Parse(type);
        Flattening flattening = new(PointerWidth.Bits32);

        Assert.Equal(lifted, CoreSignature.Of(function, CanonicalDirection.Lift, flattening).ToString());
        Assert.Equal(lowered, CoreSignature.Of(function, CanonicalDirection.Lower, flattening).ToString());
    }

    [Theory]
    [InlineData("async func()", "() -> (i32)", "() -> ()", "() -> (i32)")]
    [InlineData("async func(a: u8, b: u8, c: u8, d: u8) -> u8", "(i32, i32, i32, i32) -> (i32)", "(i32, i32, i32, i32) -> ()", "(i32, i32, i32, i32, i32) -> (i32)")]
    [InlineData("async func(a: string, b: string, c: u8) -> u8", "(i32, i32, i32, i32, i32) -> (i32)", "(i32, i32, i32, i32, i32) -> ()", "(i32, i32) -> (i32)")]
    public void An_asynchronous_function_has_other_signatures(string type, string callback, string stackful, string lowered)
    {
        Function function = Parse(type);
        Flattening flattening = new(PointerWidth.Bits32);

        Assert.Equal(callback, CoreSignature.Of(function, CanonicalDirection.AsyncLift, flattening).ToString());
        Assert.Equal(stackful, CoreSignature.Of(function, CanonicalDirection.AsyncLiftStackful, flattening).ToString());
        Assert.Equal(lowered, CoreSignature.Of(function, CanonicalDirection.AsyncLower, flattening).ToString());
    }

    [Fact]
    public void In_64_bit_memories_pointers_are_i64()
    {
        Flattening flattening = new(PointerWidth.Bits64);

        Assert.Equal("(i64) -> ()", CoreSignature.Of(Parse($"func({Bytes17})"), CanonicalDirection.Lift, flattening).ToString());
        Assert.Equal(
            "(i64, i64) -> ()",
            CoreSignature.Of(Parse($"func({Bytes17}) -> tuple<u8, u8>"), CanonicalDirection.Lower, flattening).ToString());
    }

    [Fact]
    public void A_signature_says_what_is_in_memory()
    {
        Flattening flattening = new(PointerWidth.Bits32);

        CoreSignature few = CoreSignature.Of(Parse("func(a: u8) -> u8"), CanonicalDirection.Lower, flattening);
        CoreSignature many = CoreSignature.Of(Parse($"func({Bytes17}) -> string"), CanonicalDirection.Lower, flattening);

        Assert.Equal((false, false), (few.HasIndirectParameters, few.HasReturnPointer));
        Assert.Equal((true, true), (many.HasIndirectParameters, many.HasReturnPointer));
        Assert.Equal("(i32) -> ()", CoreSignature.Of(Parse("func() -> string"), CanonicalDirection.Lift, flattening).ToPostReturn().ToString());
    }

    [Theory]
    [InlineData("func() -> string", true)]
    [InlineData("func() -> option<list<u8>>", true)]
    [InlineData("func() -> map<u8, u8>", true)]
    [InlineData("func() -> tuple<u8, u8>", false)]
    [InlineData("func() -> list<u8, 4>", false)]
    [InlineData("func() -> stream<string>", false)]
    [InlineData("func(a: string)", false)]
    public void A_result_with_memory_of_its_own_needs_freeing(string type, bool needed) =>
        Assert.Equal(needed, CoreSignature.NeedsPostReturn(Parse(type)));

    [Fact]
    public void A_task_returns_its_result_as_parameters()
    {
        Flattening flattening = new(PointerWidth.Bits32);

        Assert.Equal("() -> ()", CoreSignature.OfTaskReturn(null, flattening).ToString());
        Assert.Equal("(i32, i32) -> ()", CoreSignature.OfTaskReturn(PrimitiveType.String, flattening).ToString());
        Assert.Equal("(i32) -> ()", CoreSignature.OfTaskReturn(new ListType(PrimitiveType.U8, 20), flattening).ToString());
    }

    private static Function Parse(string type) =>
        TestData.Load($"package t:t; interface i {{ f: {type}; }}").Root!.Interfaces[0].Functions[0];

    private static string Many(string type, int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => $"p{i}: {type}"));
}
