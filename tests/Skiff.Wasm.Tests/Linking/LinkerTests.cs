using Skiff.Wasm.Linking;

namespace Skiff.Wasm.Tests.Linking;

public class LinkerTests
{
    private static readonly FunctionType s_binary = new([ValType.I32, ValType.I32], ValType.I32);
    private static readonly FunctionType s_unary = new([ValType.I32], ValType.I32);

    [Fact]
    public void An_import_of_the_target_is_satisfied_by_an_export_of_the_source()
    {
        Module target = TargetModule();
        LinkResult result = Link(target, SourceModule());
        Assert.Equal([new Import("env", "double")], result.Satisfied);
        Assert.Equal(["unlisted.thing"], result.Unused);
        Assert.Equal(["add"], result.Replaced);
        Assert.Equal(["entry"], result.Exported);
        Assert.Equal([new Import("host", "log")], target.Imports.Select(item => item.Import));
    }

    [Fact]
    public void The_linked_module_runs_with_both_halves()
    {
        Module target = TargetModule();
        Link(target, SourceModule());
        byte[] linked = target.Write();
        string output = Node.Evaluate(linked, """
            const logged = [];
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { log: x => { logged.push(x) } } });
            console.log(JSON.stringify([exports.quadruple(5), exports.sum(2, 3), exports.entry(7), logged]));
            """);

        // double(double(5)); add is replaced by one that adds 100 to what the original gives.
        Assert.Equal("[20,105,1000,[77]]", output);
    }

    [Fact]
    public void Segments_of_the_source_grow_table_and_memory_of_the_target()
    {
        Module target = TargetModule();
        Link(target, SourceModule());
        Assert.Equal(3u, target.Memories.Single().Limits.Minimum);
        Assert.Equal(new Limits(6, 6), target.Tables.Single().Limits);
        string output = Node.Evaluate(target.Write(), """
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { log() {} } });
            console.log(new Uint8Array(exports.memory.buffer, 2 * 65536, 3).join(), exports.table.get(5)(21));
            """);
        Assert.Equal("1,2,3 42", output);
    }

    [Fact]
    public void A_type_mismatch_names_both_sides_and_leaves_the_target_alone()
    {
        Module target = TargetModule();
        Module source = new();
        source.Export("env.double", source.Add(new Function(s_binary) { Name = "wrong" }));
        byte[] before = target.Write();
        LinkException error = Assert.Throws<LinkException>(() => new Linker(target).Merge(source));
        Assert.Equal(
            "The function 'env.double' of type [i32] -> [i32] cannot be replaced by the function 'wrong' of type [i32 i32] -> [i32].",
            error.Message);
        Assert.Equal(before, target.Write());
    }

    [Fact]
    public void A_missing_function_of_the_runtime_is_named()
    {
        Module source = new();
        source.Import("runtime", "mono_gone", new Function(s_unary));
        LinkException error = Assert.Throws<LinkException>(() => new Linker(TargetModule()).Merge(source));
        Assert.Contains("'mono_gone'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exporting_the_same_name_twice_is_an_error()
    {
        Module source = new();
        source.Export("sum", source.Add(new Function(s_unary)));
        LinkException error = Assert.Throws<LinkException>(() => new Linker(TargetModule()).Merge(source));
        Assert.Equal("Both modules export 'sum'.", error.Message);
    }

    [Fact]
    public void An_import_passed_on_to_the_same_import_of_the_target_stays_one_import()
    {
        Module target = new();
        Function own = target.Import("wasi", "write", new Function(s_unary));
        target.Export("call", own);
        Module source = new();
        Function real = source.Import("wasi", "write", new Function(s_unary));
        Function filter = source.Add(new Function(s_unary));
        filter.Body.LocalGet(0).I32Const(1).Op(Opcode.I32Add).Call(real);
        source.Export("wasi.write", filter);
        new Linker(target).Merge(source);
        string output = Node.Evaluate(target.Write(), """
            const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { wasi: { write: x => x * 10 } });
            console.log(instance.exports.call(4));
            """);
        Assert.Equal("50", output);
    }

    [Fact]
    public void Start_functions_run_in_order()
    {
        Module target = new();
        Global state = target.Add(new Global(ValType.I32, isMutable: true, ConstantExpression.I32(1)));
        target.Export("state", state);
        target.Start = target.Add(new Function(new FunctionType([])));
        target.Start.Body.GlobalGet(state).I32Const(5).Op(Opcode.I32Add).GlobalSet(state);
        Module source = new();
        Global seen = source.Import("env", "state", new Global(ValType.I32, isMutable: true));
        source.Start = source.Add(new Function(new FunctionType([])));
        source.Start.Body.GlobalGet(seen).I32Const(7).Op(Opcode.I32Mul).GlobalSet(seen);
        new Linker(target).BindExports("env").Merge(source);
        string output = Node.Evaluate(
            target.Write(), "console.log(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.state.value)");
        Assert.Equal("42", output);
    }

    [Fact]
    public void A_global_that_reads_one_of_the_source_comes_after_it()
    {
        Module target = new();
        Global imported = target.Import("env", "base", new Global(ValType.I32, isMutable: false));
        Global derived = target.Add(new Global(ValType.I32, isMutable: false, new ConstantExpression(
            Instruction.GlobalGet(imported), Instruction.I32Const(2), Opcode.I32Mul)));
        target.Export("derived", derived);
        Module source = new();
        source.Export("env.base", source.Add(new Global(ValType.I32, isMutable: false, ConstantExpression.I32(21))));
        new Linker(target).Merge(source);
        target.Validate();

        // Node 20 knows only imported globals here, as before version 3.0 of the specification.
        Wasmtime.AssertValid(target.Write());
    }

    private static LinkResult Link(Module target, Module source) => new Linker(target)
        .Bind("env", "memory", target.Memories[0])
        .Bind("env", "__indirect_function_table", target.Tables[0])
        .Merge(source);

    /// <summary>Imports env.double and host.log; exports quadruple and sum, the latter through an internal function add.</summary>
    private static Module TargetModule()
    {
        Module module = new();
        module.Import("host", "log", new Function(new FunctionType([ValType.I32])));
        Function doubled = module.Import("env", "double", new Function(s_unary));
        Memory memory = module.Add(new Memory(new Limits(1)));
        Table table = module.Add(new Table(ValType.FuncRef, new Limits(4, 4)));
        module.Export("memory", memory);
        module.Export("table", table);
        Function quadruple = module.Add(new Function(s_unary) { Name = "quadruple" });
        quadruple.Body.LocalGet(0).Call(doubled).Call(doubled);
        module.Export("quadruple", quadruple);
        Function add = module.Add(new Function(s_binary) { Name = "add" });
        add.Body.LocalGet(0).LocalGet(1).Op(Opcode.I32Add);
        Function sum = module.Add(new Function(s_binary) { Name = "sum" });
        sum.Body.LocalGet(0).LocalGet(1).Call(add);
        module.Export("sum", sum);
        return module;
    }

    private static Module SourceModule()
    {
        Module module = new();
        Memory memory = module.Import("env", "memory", new Memory(new Limits(1)));
        Table table = module.Import("env", "__indirect_function_table", new Table(ValType.FuncRef, new Limits(0)));
        Function log = module.Import("host", "log", new Function(new FunctionType([ValType.I32])));
        Function original = module.Import("runtime", "add", new Function(s_binary));
        Function doubled = module.Add(new Function(s_unary));
        doubled.Body.LocalGet(0).I32Const(2).Op(Opcode.I32Mul);
        module.Export("env.double", doubled);
        module.Export("unlisted.thing", doubled);
        Function wrapper = module.Add(new Function(s_binary));
        wrapper.Body.LocalGet(0).LocalGet(1).Call(original).I32Const(100).Op(Opcode.I32Add);
        module.Export("runtime.add", wrapper);
        Function entry = module.Add(new Function(s_unary));
        entry.Body.I32Const(77).Call(log).I32Const(1000);
        module.Export("entry", entry);
        module.ElementSegments.Add(new ElementSegment(table, ConstantExpression.I32(5), [doubled]));
        module.DataSegments.Add(new DataSegment(memory, ConstantExpression.I32(2 * Memory.PageSize), new byte[] { 1, 2, 3 }));
        return module;
    }
}
