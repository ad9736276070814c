using Skiff.Wasm;

namespace Skiff.Linker.Interop;

/// <summary>The functions of the library <c>wasm</c>, which nobody imports: each is the one instruction that it is called like.</summary>
internal static class InstructionFunctions
{
    /// <summary>Whether a function is one of these.</summary>
    public static bool Has(ImportedFunction import) => import.Library == "wasm";

    /// <summary>Adds the function to a module.</summary>
    /// <exception cref="AppLinkException">There is no such instruction.</exception>
    public static Function Add(Module module, ImportedFunction import)
    {
        FunctionType type = import.Signature.Type;
        if (import.EntryPoint != "unreachable" || !type.Equals(new FunctionType([])))
        {
            throw new AppLinkException(
                LinkError.UnsupportedImport, $"the program calls the instruction '{import.EntryPoint}' as {type}, but of library 'wasm' there is 'unreachable' only, without parameters and result");
        }

        Function function = module.Add(new Function(type) { Name = "skiff_trap" });
        function.Body.Unreachable();
        return function;
    }
}
