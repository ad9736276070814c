using Skiff.Runtime.Linking;
using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Tests.Linking;

public sealed class RuntimeModuleTests
{
    private static readonly Module s_module = Module.Read(File.ReadAllBytes(Path.Combine(Built.RuntimePack, "dotnet.wasm")));

    [Fact]
    public void The_module_imports_only_WASI() =>
        Assert.All(s_module.Imports, import => Assert.Equal("wasi_snapshot_preview1", import.Import!.Module));

    [Fact]
    public void The_module_exports_what_a_WASI_command_does() =>
        Assert.Equal(["_start", "memory"], s_module.Exports.Select(e => e.Name).Order());

    [Fact]
    public void Memory_may_grow_to_a_page_less_than_4_GiB() =>
        Assert.Equal(65535UL, Assert.Single(s_module.Memories).Limits.Maximum);

    [Fact]
    public void The_personality_s_data_lies_below_the_C_stack_and_above_the_runtime_s_data()
    {
        var original = CStack.Find(RuntimeModule.Read(Built.Package));
        var linked = s_module.DataSegments.Select(s => (From: s.Offset!.IntegerValue!.Value, To: s.Offset.IntegerValue.Value + s.Bytes.Length)).ToList();
        Assert.Contains(linked, s => s.From == original.Low);
        Assert.All(linked, s => Assert.True(s.To <= original.Low || (s.From >= original.Low && s.To <= original.Low + 512 * 1024)));
    }

    [Fact]
    public void A_personality_that_does_not_satisfy_an_import_is_an_error_that_names_it()
    {
        using var directory = new TemporaryDirectory();
        var personality = typeof(BarePersonality).Assembly.Location;

        var error = Assert.Throws<LinkException>(() => RuntimeModule.Link(Built.Package, personality, Path.Combine(directory.Path, "dotnet.wasm")));

        Assert.Contains("env.__syscall_openat", error.Message, StringComparison.Ordinal);
    }
}
