using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Tests.Validation;

/// <summary>Each file of <c>data</c> is an invalid module whose first line is how its error begins.</summary>
public class ValidationTests
{
    private static readonly string s_data = Path.Combine(AppContext.BaseDirectory, "Validation", "data");

    public static TheoryData<string> Invalid => [.. Directory.GetFiles(s_data, "*.wat").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_module_is_refused_with_what_was_expected_where(string file)
    {
        string text = File.ReadAllText(Path.Combine(s_data, file));
        byte[] bytes = Wasmtime.Assemble(text);
        Assert.NotNull(Wasmtime.Judge(bytes));
        string message = Assert.Throws<WasmValidationException>(() => Module.Read(bytes).Validate()).Message;
        Assert.StartsWith(text[3..text.IndexOf('\n')], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_recursion_groups_are_one_type()
    {
        Wasmtime.AssertValid(Valid("""
            (module
              (rec (type $a (struct (field (ref null $b)))) (type $b (func (param (ref $a)))))
              (rec (type $c (struct (field (ref null $d)))) (type $d (func (param (ref $c)))))
              (type $e (sub (struct)))
              (type $f (sub $e (struct (field (ref $a)))))
              (func (param (ref $a)) (result (ref $c)) (local.get 0))
              (func (param (ref $f)) (result (ref null $e)) (local.get 0))
              (func (param (ref $d)) (result funcref) (local.get 0)))
            """));
    }

    [Fact]
    public void An_operand_outside_the_module_is_refused()
    {
        Module module = new();
        Function function = module.Add(new Function(new FunctionType([])) { Name = "f" });
        function.Body.Call(new Function(new FunctionType([])) { Name = "stranger" });
        WasmValidationException error = Assert.Throws<WasmValidationException>(module.Validate);
        Assert.Equal("call names the function 'stranger', which is not in the module (in function 'f')", error.Message);
        Assert.Same(function, error.Item);
    }

    [Fact]
    public void A_global_that_reads_a_later_one_is_refused()
    {
        Module module = new();
        Global later = new(ValType.I32, isMutable: false, ConstantExpression.I32(1)) { Name = "later" };
        module.Add(new Global(ValType.I32, isMutable: false, ConstantExpression.Global(later)) { Name = "early" });
        module.Add(later);
        Assert.Equal(
            "a constant expression reads the global 'later', which has no value yet (in global 'early')",
            Assert.Throws<WasmValidationException>(module.Validate).Message);
    }

    [Fact]
    public void Shared_memory_needs_a_maximum()
    {
        Module module = new();
        module.Add(new Memory(new Limits(1, IsShared: true)));
        Assert.Contains("needs a maximum", Assert.Throws<WasmValidationException>(module.Validate).Message, StringComparison.Ordinal);
    }

    private static byte[] Valid(string text)
    {
        var module = Module.Read(Wasmtime.Assemble(text));
        module.Validate();
        return module.Write();
    }
}
