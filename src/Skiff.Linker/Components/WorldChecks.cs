using Skiff.Linker.Interop;
using Skiff.Wasm;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Linker.Components;

/// <summary>Makes sure that a program imports and exports what its world says, with the types that it says.</summary>
internal static class WorldChecks
{
    /// <summary>Checks a program. What it exports and its world has not is nobody's to call, and stays out.</summary>
    /// <exception cref="AppLinkException">It does not fit.</exception>
    public static void Check(ProgramWorld world, ProgramInterop interop, WasiVersion version)
    {
        foreach (ImportedFunction import in interop.Imports.Where(import => !InstructionFunctions.Has(import)))
        {
            CheckImport(world, import, version);
        }

        CheckExports(world.PluggedNames, interop, run: null);
        if (version == WasiVersion.Preview2)
        {
            CheckExports(world.CoreNames, interop, world.Run);
        }
    }

    private static void CheckImport(ProgramWorld world, ImportedFunction import, WasiVersion version)
    {
        CoreImportName name = new(import.Library, import.EntryPoint);
        bool isPlugged = world.PluggedNames.Imports.TryGetValue(name, out FunctionType? type);
        bool isKnown = isPlugged || world.CoreNames.Imports.TryGetValue(name, out type);
        if (version == WasiVersion.Preview1)
        {
            if (isKnown && !isPlugged)
            {
                throw new AppLinkException(
                    LinkError.WorldMismatch, $"the program calls {name}, which a world of components imports, and modules of WASI 0.1 cannot; set the property WasiVersion to 0.2");
            }

            return;
        }

        if (!isKnown)
        {
            throw new AppLinkException(
                LinkError.WorldMismatch, $"the program calls {name}, which no world of its assemblies imports; import it in a WIT world, or do not call it");
        }

        if (!import.Signature.Type.Equals(type))
        {
            throw new AppLinkException(LinkError.WorldMismatch, $"the program calls {name} as {import.Signature.Type}, and in its world that is {type}");
        }
    }

    private static void CheckExports(CoreNames names, ProgramInterop interop, string? run)
    {
        foreach ((string name, string what) in names.Required)
        {
            if (name != run && !interop.Exports.Any(export => export.Name == name))
            {
                throw new AppLinkException(
                    LinkError.WorldMismatch, $"nothing implements {what}, which the world exports: no method is marked [UnmanagedCallersOnly(EntryPoint = \"{name}\")]");
            }
        }

        foreach (ExportedMethod export in interop.Exports)
        {
            if (names.Exports.TryGetValue(export.Name, out FunctionType? type) && !export.Signature.Type.Equals(type))
            {
                throw new AppLinkException(
                    LinkError.WorldMismatch, $"the method {export.FullName} exports '{export.Name}' as {export.Signature.Type}, and in its world that is {type}");
            }
        }
    }
}
