namespace Skiff.Runtime.Tests.Boot;

/// <summary>Programs booted from the runtime pack, most of them compared with CoreCLR.</summary>
public sealed class BootTests(GuestBundle guest) : IClassFixture<GuestBundle>
{
    [Fact]
    public async Task Blocking_waits_end_as_on_CoreCLR()
    {
        var expected = await GuestBundle.RunCoreClr(["waits"]);
        var actual = await guest.RunWasi(["waits"]);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task The_console_is_as_on_CoreCLR()
    {
        const string Input = "äb\nline two\nrest 😀\nof it";
        var expected = await GuestBundle.RunCoreClr(["console"], Input);
        var actual = await guest.RunWasi(["console"], Input);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Arguments_and_the_exit_code_pass_through()
    {
        var expected = await GuestBundle.RunCoreClr(["arguments", "a", "b c", "", "ünï😀", "--x=1"]);
        var actual = await guest.RunWasi(["arguments", "a", "b c", "", "ünï😀", "--x=1"]);

        Assert.Equal(expected, actual);
        Assert.Equal(3, actual.ExitCode);
    }

    [Fact]
    public async Task The_console_is_as_on_CoreCLR_on_a_stock_Wasmtime()
    {
        const string Input = "äb\nline two\nrest 😀\nof it";
        Assert.Equal(await GuestBundle.RunCoreClr(["console"], Input), await guest.RunWasmtime(["console"], Input));
    }

    [Fact]
    public async Task Arguments_and_the_exit_code_pass_through_a_stock_Wasmtime()
    {
        string[] arguments = ["arguments", "a", "b c", "", "ünï😀", "--x=1"];
        Assert.Equal(await GuestBundle.RunCoreClr(arguments), await guest.RunWasmtime(arguments));
    }

    [Theory]
    [InlineData("return")]
    [InlineData("negative")]
    [InlineData("exit")]
    [InlineData("exit in pool")]
    [InlineData("forgotten task")]
    public async Task A_program_ends_as_on_CoreCLR(string ending) =>
        Assert.Equal(await GuestBundle.RunCoreClr(["ending", ending]), await guest.RunWasi(["ending", ending]));

    [Fact]
    public async Task Exiting_while_exiting_ends_the_program() =>
        Assert.Equal(new Outcome(9, "process exit 1\n", ""), await guest.RunWasi(["ending", "exit in exit"]));

    [Theory]
    [InlineData("throw")]
    [InlineData("throw after await")]
    public async Task An_unhandled_exception_says_what_it_says_on_CoreCLR(string ending)
    {
        var expected = await GuestBundle.RunCoreClr(["ending", ending]);
        var actual = await guest.RunWasi(["ending", ending]);

        Assert.Equal(expected with { ExitCode = 1 }, actual);
    }

    [Theory]
    [InlineData("async void")]
    [InlineData("timer")]
    [InlineData("pool")]
    public async Task An_unhandled_exception_outside_of_Main_ends_the_program_too(string ending)
    {
        var expected = await GuestBundle.RunCoreClr(["ending", ending]);
        var actual = await guest.RunWasi(["ending", ending]);

        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal(Head(expected.Error), Head(actual.Error));
        Assert.Equal(1, actual.ExitCode);

        // Below the program's own frames the two thread pools differ.
        static string[] Head(string text) => text.Split('\n')[..2];
    }

    [Fact]
    public async Task Failing_fast_says_why()
    {
        var actual = await guest.RunWasi(["ending", "fail fast"]);

        Assert.Equal(1, actual.ExitCode);
        Assert.Equal("", actual.Output);
        Assert.StartsWith("Process terminated.\nit is over\n   at System.Environment.FailFast(", actual.Error, StringComparison.Ordinal);
        Assert.EndsWith("System.InvalidOperationException: reason", actual.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Void", "void\n", 0)]
    [InlineData("VoidArguments", "void 2\n", 5)]
    [InlineData("Int", "", 4)]
    [InlineData("IntArguments", "", 2)]
    [InlineData("UInt", "", 6)]
    public async Task Main_may_have_any_form(string method, string output, int exitCode)
    {
        var program = guest.AddProgram("Mains", method);

        Assert.Equal(new Outcome(exitCode, output, ""), await guest.RunWasi(["a", "b"], program: program));
    }

    [Theory]
    [InlineData("identity", "WASI Wasm wasi-wasm\nTrue False False True False\nTrue\n")]
    [InlineData("finalizers", "True\n")]
    [InlineData("idle sleep", "True\n")]
    [InlineData("switches", "True True a \"text\" 12\n")]
    public async Task What_is_WASI_s_own_is_so(string fact, string output) =>
        Assert.Equal(new Outcome(0, output, ""), await guest.RunWasi(["wasi", fact]));

    [Fact]
    public async Task A_wait_that_cannot_end_says_so()
    {
        var actual = await guest.RunWasi(["wasi", "deadlock"]);

        Assert.Equal(0, actual.ExitCode);
        Assert.Equal(3, actual.Output.Split("This wait cannot end: ").Length - 1 + actual.Output.Split("One or more errors occurred. (This wait cannot end").Length - 1 - 1);
    }

    [Fact]
    public async Task What_WASI_lacks_says_so_in_one_sentence()
    {
        var actual = await guest.RunWasi(["wasi", "missing"]);

        var lines = actual.Output.TrimEnd().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Contains("PlatformNotSupportedException", line.Replace("AggregateException One or more errors occurred. (", "PlatformNotSupportedException", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("WASI", line, StringComparison.Ordinal));
    }
}
