using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// Resources of assemblies, which the linker may have compressed where they lie (docs/architecture.md, "What is
/// removed"). One that is asked for is decompressed once.
/// </summary>
internal static unsafe class Resources
{
    /// <summary>What a compressed resource begins with: "SKFZ". The compressed bytes follow.</summary>
    private const uint Mark = 0x5A464B53;

    private static ResourceCopy* _copies;

    /// <summary><c>RuntimeAssembly.GetManifestResourceInternal</c>: the resource of a name, or null, and its size.</summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.ves_icall_System_Reflection_RuntimeAssembly_GetManifestResourceInternal_raw")]
    internal static byte* Get(void* assembly, void* name, uint* size, void* module)
    {
        byte* resource = Runtime.GetManifestResource(assembly, name, size, module);
        return resource != null && *size > sizeof(uint) && ResourceCopy.Number(resource) == Mark ? Decompressed(resource, *size) : resource;
    }

    private static byte* Decompressed(byte* resource, uint size)
    {
        for (ResourceCopy* copy = _copies; copy != null; copy = copy->Next)
        {
            if (copy->Source == resource)
            {
                return copy->Content;
            }
        }

        ResourceCopy* made = (ResourceCopy*)Process.Allocate((uint)sizeof(ResourceCopy));
        made->Source = resource;
        made->Content = (byte*)Process.Allocate(size);
        made->Next = _copies;
        if (Deflate.Decompress(resource + sizeof(uint), made->Content) != made->Content + size)
        {
            Wasm.Unreachable();
        }

        _copies = made;
        return made->Content;
    }
}
