using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary>Says where the native functions of this assembly are.</summary>
internal static class LibraryResolver
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "The resolver must be in place before the first call.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(
        typeof(LibraryResolver).Assembly,
        static (name, _, _) => name switch
        {
            NativeMethods.Library => WasmtimeLibrary.Handle,
            // Every process has it. To look for a file of that name takes a hundred system calls, and finds a linker script.
            Libc.Library => NativeLibrary.GetMainProgramHandle(),
            _ => 0,
        });
}
