namespace Skiff.Hosting;

/// <summary>Tells apart what files begin with (core specification, 5.5.16: the magic number, then the version).</summary>
internal static class ModuleFormat
{
    /// <summary>Throws unless the bytes begin as a core module does.</summary>
    /// <exception cref="InvalidModuleException">They begin as something else; the message says as what.</exception>
    public static void RequireCoreModule(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\0asm\x01\0\0\0"u8))
        {
            return;
        }

        throw new InvalidModuleException(bytes switch
        {
            [] => "the file is empty, and a WebAssembly module is not",
            _ when bytes.StartsWith("\0asm"u8) && bytes.Length >= 8 && bytes[6] == 1 =>
                "the file is a WebAssembly component, and only core modules that use WASI preview1 can be run; build the program as a module",
            _ when bytes.StartsWith("\0asm"u8) && bytes.Length < 8 => "the file ends in the middle of a WebAssembly module's header",
            _ when bytes.StartsWith("\0asm"u8) => $"the file is WebAssembly of an unknown version ({Convert.ToHexStringLower(bytes[4..8])})",
            _ when bytes.StartsWith("(module"u8) || bytes.StartsWith(";;"u8) || bytes.StartsWith("(component"u8) =>
                "the file is WebAssembly text; translate it to the binary format first, for example with wat2wasm",
            _ when bytes.StartsWith("\x7fELF"u8) => "the file is a native or precompiled program and no WebAssembly module",
            _ when bytes.StartsWith("MZ"u8) => "the file is a .NET assembly or Windows program and no WebAssembly module",
            _ => "the file is no WebAssembly module; it does not begin with the bytes 00 61 73 6d",
        });
    }
}
