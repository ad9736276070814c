using Skiff.Compiler.Programs.Exported;
using Skiff.Wasm;

namespace Skiff.Compiler.Tests;

/// <summary>What docs/architecture.md promises about the modules that come out.</summary>
public class ConventionTests
{
    private const uint DataBase = 4096;
    private const uint TableBase = 77;

    private static readonly CompilationResult s_result = FreestandingCompiler.Compile(
        typeof(EntryPoints).Assembly.Location,
        new CompilerOptions { DataBase = DataBase, TableBase = TableBase, ReferenceDirectories = Setting.RuntimePack });

    private static Module Module => s_result.Module;

    [Fact]
    public void Entry_points_are_exports() =>
        Assert.Equal(
            ["_start", "env.add", "grow", "runtime.callback", "scalar_struct", "sum_struct"],
            Module.Exports.Select(e => e.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Imports_are_those_that_are_used()
    {
        string[] imports = [.. Module.Imports.Select(i => i.Import!.ToString()).Order(StringComparer.Ordinal)];
        Assert.Equal(["env.__indirect_function_table", "env.__stack_pointer", "env.memory", "runtime.free", "wasi_snapshot_preview1.proc_exit"], imports);
    }

    [Fact]
    public void Functions_are_named_after_their_methods() =>
        Assert.Equal("Skiff.Compiler.Programs.Exported.EntryPoints::Add", Module.FindExport("env.add")!.Name);

    [Fact]
    public void What_no_export_reaches_is_left_out() =>
        Assert.DoesNotContain(Module.Functions, f => f.Name!.Contains("Unreached", StringComparison.Ordinal));

    [Fact]
    public void Static_data_lies_where_the_options_say()
    {
        DataSegment segment = Assert.Single(Module.DataSegments);
        Assert.InRange((uint)segment.Offset!.IntegerValue!, DataBase, DataBase + s_result.DataSize - 1);
        Assert.InRange(s_result.DataSize, 8u, 64u);
    }

    [Fact]
    public void Function_pointers_are_slots_from_where_the_options_say()
    {
        ElementSegment segment = Assert.Single(Module.ElementSegments);
        Assert.Equal(TableBase, segment.Offset!.IntegerValue);
        Assert.Equal(s_result.TableSize, (uint)segment.Items.Count);
    }

    [Fact]
    public void Structs_cross_the_border_as_the_C_ABI_has_it()
    {
        Assert.Equal("[i32 i32 i64] -> []", ((Function)Module.FindExport("sum_struct")!).Type.ToString());
        Assert.Equal("[f64] -> [f64]", ((Function)Module.FindExport("scalar_struct")!).Type.ToString());
    }

    [Fact]
    public void Memory_can_grow()
    {
        Function grow = (Function)Module.FindExport("grow")!;
        Assert.Contains(grow.Body, i => i.Opcode == Opcode.MemoryGrow);
        Assert.Contains(grow.Body, i => i.Opcode == Opcode.MemorySize);
        Assert.Contains(grow.Body, i => i.Opcode == Opcode.Unreachable);
    }

    [Fact]
    public void Compiling_again_gives_the_same_bytes()
    {
        CompilationResult again = FreestandingCompiler.Compile(
            typeof(EntryPoints).Assembly.Location,
            new CompilerOptions { DataBase = DataBase, TableBase = TableBase, ReferenceDirectories = Setting.RuntimePack });
        Assert.Equal(Module.Write(), again.Module.Write());
    }

    [Fact]
    public void A_program_without_exports_is_an_error()
    {
        CompilationException exception = Assert.Throws<CompilationException>(() => FreestandingCompiler.Compile(typeof(Module).Assembly.Location));
        Assert.Equal("error: Skiff.Wasm cannot be compiled as freestanding C#: it uses no [UnmanagedCallersOnly(EntryPoint = …)] method, so that nothing in it can be called.", exception.Message);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_an_error() =>
        Assert.Throws<BadImageFormatException>(() => FreestandingCompiler.Compile(Path.Combine(Setting.Sources, "Skiff.Compiler.Programs.csproj")));

    [Fact]
    public void A_missing_file_is_an_error() =>
        Assert.Throws<FileNotFoundException>(() => FreestandingCompiler.Compile(Path.Combine(Setting.Sources, "missing.dll")));
}
