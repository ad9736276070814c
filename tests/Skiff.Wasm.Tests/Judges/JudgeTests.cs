namespace Skiff.Wasm.Tests.Judges;

/// <summary>The judges refuse a module that is invalid: their consent means something.</summary>
public class JudgeTests
{
    private static readonly byte[] s_invalid = Wasmtime.Assemble("(module (func (result i32) (i64.const 1)))");

    [Fact]
    public void Wasmtime_refuses_an_invalid_module() => Assert.Contains("type mismatch", Wasmtime.Judge(s_invalid), StringComparison.Ordinal);

    [Fact]
    public void Wabt_refuses_an_invalid_module() =>
        Assert.ThrowsAny<Xunit.Sdk.TrueException>(() => NpmTools.AssertValidForWabt(s_invalid));

    [Fact]
    public void Binaryen_refuses_an_invalid_module() =>
        Assert.ThrowsAny<Xunit.Sdk.TrueException>(() => NpmTools.AssertValidForBinaryen(s_invalid));

    [Fact]
    public void Node_refuses_an_invalid_module() =>
        Assert.ThrowsAny<Xunit.Sdk.EqualException>(() => Node.AssertValid(s_invalid));
}
