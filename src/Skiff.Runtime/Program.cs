using Skiff.Compiler;
using Skiff.Runtime.Packing;
using Skiff.Runtime.Patching;
using Skiff.Wasm;
using Skiff.Wasm.Linking;

// The build's tool: makes what Skiff.Runtime.Patches is compiled against, then the runtime pack.
try
{
    switch (args)
    {
        case ["references", var package, var destination, .. var names]:
            PublicReferences.Write(new RuntimePackage(package), destination, names);
            return 0;
        case ["pack", var package, var patches, var personality, var personality02, var destination]:
            new RuntimePack(new RuntimePackage(package), patches, personality, personality02).Make(destination);
            return 0;
        default:
            Console.Error.WriteLine("usage: Skiff.Runtime references <package> <destination> <assembly>...");
            Console.Error.WriteLine("       Skiff.Runtime pack <package> <patch assembly> <personality assembly> <personality assembly for WASI 0.2> <destination>");
            return 2;
    }
}
catch (Exception e) when (e is PatchException or LinkException or WasmFormatException)
{
    Console.Error.WriteLine($"Skiff.Runtime: error SKIFF0001: {e.Message}");
    return 1;
}
catch (CompilationException e)
{
    foreach (var error in e.Errors)
    {
        Console.Error.WriteLine(error);
    }

    return 1;
}
