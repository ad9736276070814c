using Skiff.Wasm;

namespace Skiff.Linker;

/// <summary>
/// The <c>dotnet.wasm</c> of a runtime pack as a module to make a program's of, and its linking interface
/// (docs/architecture.md, "The linking interface of dotnet.wasm").
/// </summary>
internal sealed class RuntimePackModule
{
    /// <summary>The entry point of a command: () → ().</summary>
    public const string CommandExport = "_start";

    /// <summary>Makes the runtime ready to call methods, once, without running <c>Main</c>: () → (). Of components only.</summary>
    public const string EnterExport = "skiff_enter";

    /// <summary>Allocates what the host passes: (old, old size, alignment, size) → address.</summary>
    public const string ReallocExport = "cabi_realloc";

    /// <summary>The entry point of a component: () → 0 for success, 1 for failure.</summary>
    public const string RunExport = "wasi:cli/run@0.2.12#run";

    /// <summary>Allocates a bundle: (size: i32) → address: i32.</summary>
    public const string BundleExport = "skiff_bundle";

    /// <summary>Boots the bundle and stops before <c>Main</c>: () → ().</summary>
    public const string BootExport = "skiff_boot";

    /// <summary>Goes on from there: () → (). Of modules only.</summary>
    public const string StartExport = "skiff_start";

    /// <summary>Allocates the list of methods that booting shall compile: (size: i32) → address: i32.</summary>
    public const string MethodsExport = "skiff_methods";

    /// <summary>Allocates notes of methods that a training run calls, which begin with their length: (size: i32) → address: i32.</summary>
    public const string NotesExport = "skiff_notes";

    /// <summary>Goes on as <see cref="StartExport"/> does, and takes notes: () → ().</summary>
    public const string TrainExport = "skiff_train";

    private RuntimePackModule(Module module, Memory memory)
    {
        Module = module;
        Memory = memory;
    }

    /// <summary>The module.</summary>
    public Module Module { get; }

    /// <summary>Its only memory.</summary>
    public Memory Memory { get; }

    /// <summary>The file's name in the pack.</summary>
    public static string FileName(WasiVersion version) => version == WasiVersion.Preview1 ? "dotnet.wasm" : "dotnet.0.2.wasm";

    /// <summary>Reads the module from the bytes of the file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="bytes">Its contents.</param>
    /// <exception cref="AppLinkException">It is not a module, or lacks what the linker needs.</exception>
    public static RuntimePackModule Read(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            Module module = Module.Read(bytes);
            return module is { Memories: [{ IsImported: false } memory], Tables: [{ IsImported: false }], Start: null }
                ? new RuntimePackModule(module, memory)
                : throw new AppLinkException(
                    LinkError.InvalidRuntimePack, $"'{path}' does not have one memory, one table and no start function, as a runtime that can be linked does");
        }
        catch (WasmFormatException exception)
        {
            throw new AppLinkException(LinkError.InvalidRuntimePack, $"'{path}' is not WebAssembly: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    /// <summary>A function that the module exports for the linker.</summary>
    /// <exception cref="AppLinkException">It does not.</exception>
    public Function GetFunction(string export) => Module.FindExport(export) as Function ?? throw Missing(export);

    /// <summary>The error that the module does not export something that the linker needs.</summary>
    public static AppLinkException Missing(string export) => new(
        LinkError.InvalidRuntimePack, $"the runtime exports no '{export}'; take the runtime pack of this linker's own version");

    /// <summary>Leaves the memory, the entry point and what the program itself exports.</summary>
    public void ExportOnly(IEnumerable<Export> exports)
    {
        Export[] kept = [.. exports];
        Module.Exports.Clear();
        Module.Export("memory", Memory);
        Module.Exports.AddRange(kept);
    }
}
