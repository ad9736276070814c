using Skiff.Compiler;
using Skiff.Runtime.Packing;
using Skiff.Runtime.References;
using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Linking;

/// <summary>
/// Makes <c>dotnet.wasm</c> and <c>dotnet.0.2.wasm</c>, WASI commands: the runtime's module with a personality in place of
/// the imports that JavaScript would satisfy.
/// </summary>
public static class RuntimeModule
{
    /// <summary>
    /// What memory may grow to: one page less than 4 GiB, so that its size in bytes is a 32-bit number. JavaScript keeps
    /// the runtime below 2 GiB.
    /// </summary>
    private const ulong MaximumPages = 65535;

    /// <summary>Links the module of <paramref name="package"/> with the personality and writes it.</summary>
    /// <param name="package">The runtime package.</param>
    /// <param name="wasi">What the personality stands on.</param>
    /// <param name="personality">The path of the personality's assembly.</param>
    /// <param name="destination">Where the module goes.</param>
    /// <param name="graph">Where the graph of its references goes.</param>
    /// <exception cref="LinkException">The runtime lacks something that the personality needs, or the reverse; the message names it.</exception>
    /// <exception cref="CompilationException">The personality is not freestanding C#.</exception>
    public static void Link(RuntimePackage package, WasiVersion wasi, string personality, string destination, string graph)
    {
        var module = Read(package);
        var references = RuntimeReferences.Analyze(package, module);
        references.CutOffUnusedParts();
        SaturatingConversions.Apply(module);
        var stack = CStack.Find(module);
        RuntimeAddresses.Add(module, stack);
        ZoneData.Add(module, references.ZoneFiles);
        var memory = module.FindExport("memory") as Memory ?? throw new LinkException("The runtime module exports no memory.");
        memory.Limits = memory.Limits with { Maximum = MaximumPages };
        var table = module.FindExport("__indirect_function_table") as Table
            ?? throw new LinkException("The runtime module exports no __indirect_function_table.");
        var compiled = FreestandingCompiler.Compile(personality, new CompilerOptions
        {
            DataBase = stack.Low,
            TableBase = (uint)table.Limits.Minimum,
        });
        stack.Reserve(compiled.DataSize);
        new Linker(module)
            .Bind("env", "memory", memory)
            .Bind("env", "__indirect_function_table", table)
            .Bind("env", "__stack_pointer", stack.Pointer)
            .Merge(compiled.Module);
        string[] exports = ["memory", wasi.EntryPoint, .. LinkingInterface.Functions];
        module.Exports.RemoveAll(e => !exports.Contains(e.Name));
        module.RemoveUnreachable();
        wasi.CheckImports(module);
        CheckExports(module, exports);
        LinkingInterface.ExportGlobals(module, stack);

        using var file = File.Create(destination);
        module.Write(file);
        using var graphFile = File.Create(graph);
        references.ToGraph(module).Write(graphFile);
    }

    /// <summary>Reads the module of <paramref name="package"/>, its functions named.</summary>
    public static Module Read(RuntimePackage package)
    {
        var module = Module.Read(File.ReadAllBytes(package.Module));
        using var symbols = File.OpenText(package.Symbols);
        FunctionSymbols.Apply(module, symbols);
        return module;
    }

    private static void CheckExports(Module module, string[] exports)
    {
        if (exports.FirstOrDefault(name => module.FindExport(name) is null) is { } missing)
        {
            throw new LinkException($"The linked module has no export {missing}; the personality has to have a function of that name.");
        }
    }
}
