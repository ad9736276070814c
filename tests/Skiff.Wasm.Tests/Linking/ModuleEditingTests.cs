using Skiff.Wasm.Linking;
using Skiff.Wasm.Tests.Binary;

namespace Skiff.Wasm.Tests.Linking;

public class ModuleEditingTests
{
    private static readonly FunctionType s_nullary = new([], ValType.I32);

    [Fact]
    public void Redirecting_reaches_code_exports_segments_and_start()
    {
        Module module = new();
        Function old = module.Add(Returning(1));
        Function replacement = module.Add(Returning(2));
        Table table = module.Add(new Table(ValType.FuncRef, new Limits(0)));
        Function caller = module.Add(new Function(s_nullary));
        caller.Body.Call(old).I32Const(0).CallIndirect(s_nullary, table).Op(Opcode.I32Add);
        module.AppendToTable(table, old);
        module.Export("old", old);
        module.Export("caller", caller);
        module.Redirect(old, replacement);
        module.RemoveUnreachable();
        Assert.DoesNotContain(old, module.Functions);
        Assert.Equal("2 4", Node.Evaluate(module.Write(), """
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
            console.log(exports.old(), exports.caller());
            """));
    }

    [Fact]
    public void A_redirected_function_can_be_wrapped_by_its_replacement()
    {
        Module module = new();
        Function inner = module.Add(Returning(20));
        module.Export("f", inner);
        Function wrapper = new(s_nullary);
        module.Redirect(inner, wrapper);
        module.Add(wrapper).Body.Call(inner).I32Const(2).Op(Opcode.I32Mul);
        Assert.Equal("40", Node.Evaluate(
            module.Write(), "console.log(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f())"));
    }

    [Fact]
    public void Tables_and_memories_grow_for_what_is_appended()
    {
        Module module = new();
        Table table = module.Add(new Table(ValType.FuncRef, new Limits(3, 3)));
        Function one = module.Add(Returning(1));
        Assert.Equal(3u, module.AppendToTable(table, one, one));
        Assert.Equal(5u, module.AppendToTable(table, one));
        Assert.Equal(new Limits(6, 6), table.Limits);
        Memory memory = module.Add(new Memory(new Limits(1, 1)));
        module.AddData(memory, Memory.PageSize - 1, new byte[] { 1 });
        Assert.Equal(new Limits(1, 1), memory.Limits);
        module.AddData(memory, Memory.PageSize - 1, new byte[] { 1, 2 });
        Assert.Equal(new Limits(2, 2), memory.Limits);
        module.Validate();
    }

    [Fact]
    public void An_internal_function_is_exported_by_its_name()
    {
        Module module = new();
        module.Add(Returning(9)).Name = "internal";
        module.ExportFunction("internal");
        module.ExportFunction("internal", "public");
        Assert.Equal(["internal", "public"], module.Exports.Select(export => export.Name));
        Assert.Equal(
            "The module has no function 'other', neither exported under this name nor bearing it.",
            Assert.Throws<LinkException>(() => module.ExportFunction("other")).Message);
    }

    [Fact]
    public void A_name_that_two_functions_bear_cannot_be_looked_up()
    {
        Module module = new();
        module.Add(Returning(1)).Name = "twin";
        module.Add(Returning(2)).Name = "twin";
        Assert.Equal(
            "More than one function is named 'twin'; only a unique name can be looked up.",
            Assert.Throws<LinkException>(() => module.GetFunction("twin")).Message);
    }

    [Fact]
    public void A_trapped_import_traps_under_its_name()
    {
        Module module = new();
        Function import = module.Import("host", "missing", new Function(s_nullary));
        Function caller = module.Add(new Function(s_nullary));
        caller.Body.Call(import);
        module.Export("caller", caller);
        Assert.Equal([new Import("host", "missing")], module.TrapImports(import => import.Module == "host"));
        Assert.Equal("true", Node.Evaluate(module.Write(), """
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
            try { exports.caller() } catch (e) { console.log(/unreachable[^]*host\.missing/.test(e.stack)) }
            """));
    }

    [Fact]
    public void Removing_the_unreachable_keeps_what_segments_and_references_need()
    {
        var module = Module.Read(CompleteModule.Bytes);
        module.Exports.RemoveAll(export => export.Name != "add");
        module.Start = null;
        module.RemoveUnreachable();

        // The imported table's segment holds begin, which reaches nearly everything; the own table is reached from there.
        module.Validate();
        Wasmtime.AssertValid(module.Write());
        Assert.Equal(["log", "add", "begin"], module.Functions.Select(function => function.Name));
        Assert.DoesNotContain(module.Globals, global => global.Name == "pair");
        Assert.Contains(module.Globals, global => global.Name == "vector");
        Assert.DoesNotContain(module.Tables, table => table.Name == "filled");

        module.ElementSegments.RemoveAll(segment => segment.Name == "first");
        module.RemoveUnreachable();
        Assert.Equal(["add"], module.Functions.Select(function => function.Name));
        Assert.Empty(module.Tables);
        Assert.Empty(module.DataSegments);
        Wasmtime.AssertValid(module.Write());
    }

    [Fact]
    public void References_that_lost_their_declaration_get_one()
    {
        var module = Module.Read(CompleteModule.Bytes);
        module.Export("visit", module.GetFunction("visit"));
        module.ElementSegments.Clear();
        module.GetFunction("begin").ResetBody();
        module.Exports.RemoveAll(export => export.Name is not "visit");
        Function seen = module.GetFunction("visit");
        module.Exports.Clear();
        Function user = module.Add(new Function(s_nullary));
        user.Body.RefFunc(seen).Op(Opcode.RefIsNull);
        module.Export("user", user);
        module.RemoveUnreachable();
        module.Validate();
        Assert.Contains(module.ElementSegments, segment => segment.IsDeclarative);
        Wasmtime.AssertValid(module.Write());
    }

    private static Function Returning(int value)
    {
        Function function = new(s_nullary);
        function.Body.I32Const(value);
        return function;
    }
}
