using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Hosting;

/// <summary>What can be told of a module without the engine.</summary>
internal static class ModuleFormat
{
    // The zeros in it take address space, and room in the file where the file system keeps no holes.
    private const int MostImage = 256 << 20;

    /// <summary>The bytes that tell modules and components: a magic number and a version.</summary>
    public const int PreambleSize = 8;

    /// <summary>Whether bytes begin as a component does (component model, binary format, component definitions).</summary>
    public static bool IsComponent(ReadOnlySpan<byte> bytes) => Component.IsComponent(bytes);

    /// <summary>Reads what a module imports and exports.</summary>
    /// <exception cref="InvalidModuleException">It is malformed; the message says where.</exception>
    public static (IReadOnlyList<ModuleImport> Imports, IReadOnlyList<ModuleExport> Exports) ReadInterface(ReadOnlyMemory<byte> wasm)
    {
        RequireCoreModule(wasm.Span);
        try
        {
            Module module = Module.Read(wasm);
            return (
                [.. module.Imports.Select(item => new ModuleImport(item.Import!.Module, item.Import.Name, Kind(item)))],
                [.. module.Exports.Select(export => new ModuleExport(export.Name, Kind(export.Item)))]);
        }
        catch (WasmFormatException exception)
        {
            throw new InvalidModuleException($"the module is not valid WebAssembly: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    /// <summary>Throws unless the bytes begin as a core module does (core specification, 5.5.16: the magic number, then the version).</summary>
    /// <exception cref="InvalidModuleException">They begin as something else; the message says as what.</exception>
    public static void RequireCoreModule(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\0asm\x01\0\0\0"u8))
        {
            return;
        }

        throw new InvalidModuleException(IsComponent(bytes) ? "the file is a WebAssembly component and no core module" : Misfit(bytes));
    }

    /// <summary>Throws unless the bytes begin as a component does.</summary>
    /// <exception cref="InvalidModuleException">They begin as something else; the message says as what.</exception>
    public static void RequireComponent(ReadOnlySpan<byte> bytes)
    {
        if (!IsComponent(bytes))
        {
            throw new InvalidModuleException(
                bytes.StartsWith("\0asm\x01\0\0\0"u8) ? "the file is a WebAssembly core module and no component" : Misfit(bytes));
        }
    }

    private static string Misfit(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => "the file is empty, and a WebAssembly module is not",
        _ when bytes.StartsWith("\0asm"u8) && bytes.Length >= PreambleSize && bytes[6] == 1 =>
            $"the file is a WebAssembly component of an old version of the format ({Convert.ToHexStringLower(bytes[4..8])}); build it again with tools of today",
        _ when bytes.StartsWith("\0asm"u8) && bytes.Length < PreambleSize => "the file ends in the middle of a WebAssembly module's header",
        _ when bytes.StartsWith("\0asm"u8) => $"the file is WebAssembly of an unknown version ({Convert.ToHexStringLower(bytes[4..8])})",
        _ when bytes.StartsWith("(module"u8) || bytes.StartsWith(";;"u8) || bytes.StartsWith("(component"u8) =>
            "the file is WebAssembly text; translate it to the binary format first, for example with wat2wasm",
        _ when bytes.StartsWith("\u007fELF"u8) => "the file is a native program and no WebAssembly module; precompiled ones are named .cwasm",
        _ when bytes.StartsWith("MZ"u8) => "the file is a .NET assembly or Windows program and no WebAssembly module",
        _ => "the file is no WebAssembly module; it does not begin with the bytes 00 61 73 6d",
    };

    /// <summary>
    /// The same module with its data in one piece, so that the engine maps memory from the file of machine code, page by page and
    /// as it is used, where it would otherwise copy every segment for every instance.
    /// </summary>
    public static ReadOnlyMemory<byte> JoinData(ReadOnlyMemory<byte> wasm)
    {
        try
        {
            return MemoryImage.Join(wasm, MostImage);
        }
        catch (WasmFormatException)
        {
            // The engine's own validation says what is wrong.
            return wasm;
        }
    }

    /// <summary>The same component with the data of each of its modules in one piece, as <see cref="JoinData"/> makes it.</summary>
    public static ReadOnlyMemory<byte> JoinComponentData(ReadOnlyMemory<byte> wasm)
    {
        try
        {
            var component = Component.Read(wasm);
            return JoinDataIn(component) ? component.Write() : wasm;
        }
        catch (WasmFormatException)
        {
            // The engine's own validation says what is wrong.
            return wasm;
        }
    }

    /// <summary>Joins the data of a component's modules.</summary>
    /// <returns>Whether any has changed.</returns>
    private static bool JoinDataIn(Component component)
    {
        bool isChanged = false;
        foreach (Definition definition in component.Definitions)
        {
            if (definition is EmbeddedModule module)
            {
                ReadOnlyMemory<byte> joined = MemoryImage.Join(module.Bytes, MostImage);
                isChanged |= joined.Length != module.Bytes.Length;
                module.Bytes = joined;
            }
            else if (definition is NestedComponent nested)
            {
                isChanged |= JoinDataIn(nested.Component);
            }
        }

        return isChanged;
    }

    private static ModuleItemKind Kind(Extern item) => item switch
    {
        Function => ModuleItemKind.Function,
        Global => ModuleItemKind.Global,
        Table => ModuleItemKind.Table,
        Memory => ModuleItemKind.Memory,
        _ => ModuleItemKind.Other,
    };
}
