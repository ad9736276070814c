using Mono.Cecil;
using Skiff.Runtime.Linking;
using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Tests.Linking;

public sealed class RuntimeModuleTests
{
    private static readonly Module s_module = Module.Read(File.ReadAllBytes(Path.Combine(Built.RuntimePack, "dotnet.wasm")));
    private static readonly Module s_module02 = Module.Read(File.ReadAllBytes(Path.Combine(Built.RuntimePack, "dotnet.0.2.wasm")));

    [Fact]
    public void The_module_imports_only_WASI() =>
        Assert.All(s_module.Imports, import => Assert.Equal("wasi_snapshot_preview1", import.Import!.Module));

    [Fact]
    public void The_module_of_WASI_0_2_imports_only_its_interfaces() =>
        Assert.All(s_module02.Imports, import => Assert.Matches("^wasi:[a-z-]+/[a-z-]+@0\\.2\\.12$", import.Import!.Module));

    [Fact]
    public void An_import_that_the_world_has_not_or_has_otherwise_is_an_error_that_names_it()
    {
        Module module = new();
        module.Add(new Function(new FunctionType([], [ValType.I32])) { Import = new("wasi:cli/stdin@0.2.12", "get-stdin") });
        WorldImports.Check(module);
        module.Add(new Function(new FunctionType([ValType.I64], [])) { Import = new("wasi:cli/exit@0.2.12", "exit") });
        module.Add(new Function(new FunctionType([], [])) { Import = new("wasi:cli/stdin@0.2.12", "close") });

        var error = Assert.Throws<LinkException>(() => WorldImports.Check(module));

        Assert.DoesNotContain("get-stdin", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"exit\" of type [i64] -> [], which is [i32] -> []", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"close\", which is unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_module_of_WASI_0_2_has_the_linking_interface_and_the_one_of_components() =>
        Assert.Equal(
            ["cabi_realloc", "memory", "skiff_boot", "skiff_bundle", "skiff_enter", "skiff_methods", "skiff_notes", "skiff_start", "skiff_train", "wasi:cli/run@0.2.12#run"],
            s_module02.Exports.Where(e => e.Item is not Global).Select(e => e.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_module_exports_what_a_WASI_command_does_and_the_linking_interface() =>
        Assert.Equal(
            ["_start", "cabi_realloc", "memory", "skiff_boot", "skiff_bundle", "skiff_enter", "skiff_methods", "skiff_notes", "skiff_start", "skiff_train"],
            s_module.Exports.Where(e => e.Item is not Global).Select(e => e.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_global_that_code_changes_is_exported()
    {
        Assert.Equal(s_module.Globals.Where(g => g.IsMutable), s_module.Exports.Select(e => e.Item).OfType<Global>());
        Assert.IsType<Global>(s_module.FindExport("__stack_pointer"));
    }

    [Fact]
    public void The_runtime_s_static_data_and_table_slots_stay_where_they_were()
    {
        var original = RuntimeModule.Read(Built.Package);
        Assert.All(original.DataSegments, segment => Assert.Contains(s_module.DataSegments, s =>
            s.Offset!.IntegerValue == segment.Offset!.IntegerValue && s.Bytes.Span.SequenceEqual(segment.Bytes.Span)));

        // What the personality satisfies or replaces has its slot too, under another name; it may call what it replaces.
        var slots = Slots(s_module);
        var names = s_module.Functions.Select(f => f.Name).ToHashSet();
        using var personality = ModuleDefinition.ReadModule(Built.Personality);
        HashSet<string?> replaced = [.. personality.GetTypes().SelectMany(type => type.Methods).SelectMany(method => method.CustomAttributes)
            .SelectMany(attribute => attribute.Fields).Select(field => field.Argument.Value as string)
            .Where(name => name?.StartsWith("runtime.", StringComparison.Ordinal) == true).Select(name => name!["runtime.".Length..])];
        Assert.All(Slots(original), slot => Assert.True(slots[slot.Key] == slot.Value || !names.Contains(slot.Value) || replaced.Contains(slot.Value)));

        static Dictionary<long, string?> Slots(Module module) => module.ElementSegments
            .SelectMany(s => s.Items.Select((item, i) => (Slot: s.Offset!.IntegerValue!.Value + i, item.Instructions[0].Function.Name)))
            .ToDictionary(s => s.Slot, s => s.Name);
    }

    [Fact]
    public void Memory_may_grow_to_a_page_less_than_4_GiB() =>
        Assert.Equal(65535UL, Assert.Single(s_module.Memories).Limits.Maximum);

    [Fact]
    public void The_personality_s_data_lies_below_the_C_stack_and_above_the_runtime_s_data()
    {
        var original = CStack.Find(RuntimeModule.Read(Built.Package));
        var linked = s_module.DataSegments.Where(s => s.Memory is not null).Select(s => (From: s.Offset!.IntegerValue!.Value, To: s.Offset.IntegerValue.Value + s.Bytes.Length)).ToList();
        Assert.Contains(linked, s => s.From >= original.Low);
        Assert.All(linked, s => Assert.True(s.To <= original.Low || (s.From >= original.Low && s.To <= original.Low + 512 * 1024)));
    }

    [Fact]
    public void A_personality_that_does_not_satisfy_an_import_is_an_error_that_names_it()
    {
        using var directory = new TemporaryDirectory();
        var personality = typeof(BarePersonality).Assembly.Location;

        var error = Assert.Throws<LinkException>(() => RuntimeModule.Link(
            Built.Package, WasiVersion.Preview1, personality, Path.Combine(directory.Path, "dotnet.wasm"), Path.Combine(directory.Path, "dotnet.references")));

        Assert.Contains("env.__syscall_openat", error.Message, StringComparison.Ordinal);
    }
}
