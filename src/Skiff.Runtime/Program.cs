using Skiff.Runtime.Packing;
using Skiff.Runtime.Patching;

// The build's tool: makes what Skiff.Runtime.Patches is compiled against, then the runtime pack.
try
{
    switch (args)
    {
        case ["references", var package, var destination, .. var names]:
            PublicReferences.Write(new RuntimePackage(package), destination, names);
            return 0;
        case ["patch", var package, var patches, var destination]:
            using (var library = new BaseClassLibrary(new RuntimePackage(package).Version, new RuntimePackage(package).Library, new RuntimePackage(package).Native))
            {
                Patcher.Apply(library, patches);
                Directory.CreateDirectory(destination);
                library.Write(destination);
            }

            return 0;
        default:
            Console.Error.WriteLine("usage: skiff-runtime references <package> <destination>");
            return 2;
    }
}
catch (PatchException e)
{
    Console.Error.WriteLine($"error SKIFF0001: {e.Message}");
    return 1;
}
