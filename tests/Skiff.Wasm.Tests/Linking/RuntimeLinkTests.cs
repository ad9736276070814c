using Skiff.Wasm.Linking;

namespace Skiff.Wasm.Tests.Linking;

public class RuntimeLinkTests(ITestOutputHelper output)
{
    [Fact]
    public void Symbols_name_every_function_of_the_runtime()
    {
        Module module = NamedRuntime();
        Assert.All(module.Functions, function => Assert.NotNull(function.Name));
        Assert.Same(module.FindExport("malloc"), module.FindFunction("malloc"));
        Assert.Contains(module.Functions, function => function.Name == "TimeZoneDataDirInitFn(UErrorCode&)");
    }

    [Fact]
    public void Trapping_the_imports_and_keeping_one_export_leaves_a_smaller_valid_module()
    {
        Module module = NamedRuntime();
        int before = module.Functions.Count;
        Assert.NotEmpty(module.TrapImports(_ => true));
        Assert.Empty(module.Imports);
        module.Exports.Clear();
        module.ExportFunction("htonl");
        module.RemoveUnreachable();
        Assert.Single(module.Functions);
        Assert.True(module.Functions.Count < before);
        byte[] bytes = module.Write();
        output.WriteLine($"{bytes.Length} bytes");
        Assert.Equal("67305985", Node.Evaluate(
            bytes, "console.log(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.htonl(0x01020304))"));
    }

    [Fact]
    public void Removing_the_unreachable_keeps_the_exports_working()
    {
        Module module = NamedRuntime();
        module.TrapImports(import => import.Module == "env");
        Function[] wasi = [.. module.Functions.Where(function => function.IsImported)];
        Assert.All(wasi, function => Assert.Equal("wasi_snapshot_preview1", function.Import!.Module));
        foreach (Function function in wasi)
        {
            function.ResetBody().I32Const(52);
        }

        module.RemoveUnreachable();
        byte[] bytes = module.Write();
        Node.AssertValid(bytes);
        string unchanged = Node.Evaluate(bytes, """
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
            exports.__wasm_call_ctors?.();
            const p = exports.malloc(1000);
            console.log(p > 0 && p % 8 == 0);
            """);
        Assert.Equal("true", unchanged);
    }

    private static Module NamedRuntime()
    {
        var module = Module.Read(RuntimeModule.Bytes);
        using StreamReader symbols = File.OpenText(RuntimeModule.Symbols);
        Assert.Equal(module.Functions.Count, FunctionSymbols.Apply(module, symbols));
        return module;
    }
}
