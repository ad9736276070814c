namespace Skiff.Hosting.Tests;

public class ModuleTests
{
    public static TheoryData<byte[], string> NoModules => new()
    {
        { [], "empty" },
        { "\0asm"u8.ToArray(), "header" },
        { "\0asm\x0d\0\x01\0"u8.ToArray(), "component" },
        { "\0asm\x02\0\0\0"u8.ToArray(), "unknown version" },
        { "(module)"u8.ToArray(), "text" },
        { "\u007fELF\x02\x01\x01"u8.ToArray(), "native" },
        { "MZ\x90\0"u8.ToArray(), ".NET assembly" },
        { "#!/bin/sh"u8.ToArray(), "does not begin" },
        { "\0asm\x01\0\0\0\x01"u8.ToArray(), "not valid WebAssembly" },
    };

    [Theory]
    [MemberData(nameof(NoModules))]
    public void What_is_no_module_is_told_apart(byte[] bytes, string word) =>
        Assert.Contains(word, Assert.Throws<InvalidModuleException>(() => CompiledModule.Compile(Guests.Engine, bytes)).Message, StringComparison.Ordinal);

    [Fact]
    public void Imports_and_exports_are_listed()
    {
        using CompiledModule module = Guests.Compile("""
            (module
              (import "a" "f" (func)) (import "a" "g" (global i32)) (import "b" "t" (table 1 funcref)) (import "b" "m" (memory 1))
              (func (export "f")) (global (export "g") i32 (i32.const 1)))
            """);
        Assert.Equal(
            [
                new ModuleImport("a", "f", ModuleItemKind.Function), new ModuleImport("a", "g", ModuleItemKind.Global),
                new ModuleImport("b", "t", ModuleItemKind.Table), new ModuleImport("b", "m", ModuleItemKind.Memory),
            ],
            module.Imports);
        Assert.Equal([new ModuleExport("f", ModuleItemKind.Function), new ModuleExport("g", ModuleItemKind.Global)], module.Exports);
    }

    [Theory]
    [InlineData("""(module (import "env" "abort" (func)) (func (export "_start")))""", "'abort' from 'env'")]
    [InlineData("""(module (import "wasi_unstable" "fd_write" (func (param i32 i32 i32 i32) (result i32))) (func (export "_start")))""", "'wasi_unstable'")]
    [InlineData("""(module (import "wasi_snapshot_preview1" "fd_frob" (func)) (func (export "_start")))""", "fd_frob")]
    [InlineData("""(module (import "wasi_snapshot_preview1" "fd_write" (func)) (func (export "_start")))""", "fd_write")]
    [InlineData("""(module (func (export "main")))""", "'_start'")]
    [InlineData("""(module (global (export "_start") i32 (i32.const 1)))""", "'_start'")]
    public void What_is_no_command_is_refused(string text, string word)
    {
        using CompiledModule module = Guests.Compile(text);
        InvalidModuleException exception = Assert.Throws<InvalidModuleException>(() => new WasiCommand(module));
        Assert.Contains(word, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Whether_a_module_is_a_command_is_known_before_it_is_compiled()
    {
        WasiCommand.Require(Engine.TranslateText(Guests.Command("")));
        Assert.Contains("'abort' from 'env'", Refusal("""(module (import "env" "abort" (func)) (func (export "_start")))"""), StringComparison.Ordinal);
        Assert.Contains("'_start'", Refusal("(module)"), StringComparison.Ordinal);

        static string Refusal(string text) =>
            Assert.Throws<InvalidModuleException>(() => WasiCommand.Require(Engine.TranslateText(text))).Message;
    }

    [Fact]
    public void A_thousand_mutilated_modules_end_in_a_clear_error_or_run()
    {
        var random = new Random(4711);
        byte[] good = Engine.TranslateText(Guests.Command("(call $say (i32.const 32) (i32.const 1)) (call $proc_exit (i32.const 3))"));
        for (int i = 0; i < 1000; i++)
        {
            byte[] bytes = i % 2 == 0 ? good[..random.Next(good.Length)] : [.. good];
            for (int n = i % 2 * random.Next(1, 4); n > 0; n--)
            {
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                WasiCommand.Require(bytes);
                using CompiledModule module = CompiledModule.Compile(Guests.Engine, bytes);
                using var command = new WasiCommand(module);
                Guests.Run(command, new GuestOptions { TimeLimit = TimeSpan.FromSeconds(2), MemoryLimit = 64 << 20 });
            }
            catch (Exception exception) when (exception is EngineException)
            {
                Assert.NotEmpty(exception.Message);
            }
        }
    }
}
