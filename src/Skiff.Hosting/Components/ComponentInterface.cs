using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Hosting.Components;

/// <summary>What can be told of a component without the engine.</summary>
internal static class ComponentInterface
{
    /// <summary>The interface that a command exports.</summary>
    public const string Run = "wasi:cli/run";

    /// <summary>The versions of WASI that the engine serves.</summary>
    private const string Version = "@0.2.";

    private static readonly string[] s_packages = ["wasi:cli/", "wasi:clocks/", "wasi:filesystem/", "wasi:io/", "wasi:random/", "wasi:sockets/"];

    /// <summary>Throws unless a component is a command that imports nothing but WASI 0.2.</summary>
    /// <exception cref="InvalidModuleException">It is malformed or no command; the message says why.</exception>
    public static void RequireCommand(ReadOnlyMemory<byte> wasm)
    {
        ModuleFormat.RequireComponent(wasm.Span);
        Component component;
        try
        {
            component = Component.Read(wasm);
        }
        catch (WasmFormatException exception)
        {
            throw new InvalidModuleException($"the component is not valid WebAssembly: {exception.Message.TrimEnd('.')}", exception);
        }

        string[] foreign = [.. component.Imports.Where(import => !HasOnlyTypes(import)).Select(import => import.ExternName.Name).Where(name => !IsServed(name))];
        if (foreign.Length > 0)
        {
            throw new InvalidModuleException(
                $"the component imports {string.Join(", ", foreign.Select(name => $"'{name}'"))}, and a program is given nothing but wasi:cli, clocks, filesystem, io, random and sockets of WASI 0.2; "
                + "plug components that export what it needs into the published component with 'skiff compose'");
        }

        string? run = component.Exports.Select(export => export.ExternName.Name).FirstOrDefault(name => name.StartsWith(Run, StringComparison.Ordinal));
        if (run is null)
        {
            throw new InvalidModuleException($"the component exports no '{Run}', so it is a library and no program");
        }

        if (!run.StartsWith(Run + Version, StringComparison.Ordinal))
        {
            throw new InvalidModuleException($"the component exports '{run}', and only programs for WASI 0.2 can be run");
        }
    }

    // Names of types that are no resources need nobody to give them.
    private static bool HasOnlyTypes(ComponentImport import) =>
        import.Type.Type is InstanceType type
        && type.Declarators.OfType<ExportDeclaration>().All(export => export.Type.Sort == Sort.Type && !export.Type.IsSubResource);

    private static bool IsServed(string name) =>
        s_packages.Any(package => name.StartsWith(package, StringComparison.Ordinal)) && name.Contains(Version, StringComparison.Ordinal);
}
