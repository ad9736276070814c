using Skiff.Hosting;
using Skiff.Wasm.Components;
using Skiff.Wit.Printing;

namespace Skiff.Components.Tests;

/// <summary>A component that other tools made, of a core module for preview 1 and an adapter.</summary>
public class ForeignComponentTests
{
    private static readonly byte[] s_module = Wasmtime.Assemble("""
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "\10\00\00\00\06\00\00\00") (data (i32.const 16) "hello\n")
          (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
        """);

    [Fact]
    public void It_runs()
    {
        using var engine = new Engine(new EngineOptions { Interruptible = true });
        using CompiledComponent compiled = CompiledComponent.Compile(engine, Jco.Adapt(s_module));
        using var command = new ComponentCommand(compiled);
        var output = new MemoryStream();
        Assert.Equal(0, command.Run(new GuestOptions { StandardOutput = StandardOutput.ToStream(output) }, TestContext.Current.CancellationToken));
        Assert.Equal("hello\n"u8.ToArray(), output.ToArray());
    }

    [Fact]
    public void Its_world_is_read_and_its_bytes_are_written_again()
    {
        byte[] bytes = Jco.Adapt(s_module);
        var component = Component.Read(bytes);
        component.Validate();
        Assert.Equal(bytes, component.Write());
        // What the world imports is all that the component uses, which may be less than its packages would bring.
        Assert.Equal(Items(Jco.Wit(bytes)), Items(WitPrinter.Print(WorldReader.Read(component).SelectWorld())));

        static IEnumerable<string> Items(string text) =>
            text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("export ", StringComparison.Ordinal));
    }
}
