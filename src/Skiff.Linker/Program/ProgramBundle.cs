using System.Reflection.PortableExecutable;
using Skiff.Linker.Bundling;
using Skiff.Linker.Components;
using Skiff.Linker.Interop;

namespace Skiff.Linker.Program;

/// <summary>A program as the linker needs it.</summary>
/// <param name="Block">Its bundle, with what calls to and from the host need behind it; only that for an AppBundle.</param>
/// <param name="Interop">What it calls of its host, and what it offers to it.</param>
/// <param name="InteropData">What that needs in memory.</param>
/// <param name="InteropOffset">Where in the block that is.</param>
/// <param name="World">What it is as a component; null for a module without a world.</param>
internal sealed record ProgramBundle(byte[] Block, ProgramInterop Interop, InteropData InteropData, int InteropOffset, ProgramWorld? World)
{
    /// <summary>Whether it has no <c>Main</c>.</summary>
    public bool IsLibrary => World is { Run: null };

    /// <summary>Reads a program.</summary>
    /// <exception cref="AppLinkException">It is not a program that can be linked.</exception>
    public static ProgramBundle Read(LinkRequest request)
    {
        List<AssemblyWorld> worlds = [];
        IReadOnlyList<BundleEntry> entries = request.AppBundle ? ProgramFiles.ReadAssemblies(request, worlds) : ProgramFiles.Read(request, worlds);
        string library = Path.Combine(request.RuntimePack, "managed");
        ProgramInterop interop = ProgramInterop.Read(entries, name => !File.Exists(Path.Combine(library, name)), request.ImportLibraries);
        ProgramWorld? world = ReadWorld(request, worlds, entries[0]);
        if (world is not null)
        {
            WorldChecks.Check(world, interop, request.WasiVersion);
            interop.KeepExports(export => world.IsExported(export, request.WasiVersion));
        }

        InteropData data = new(interop);
        byte[] trailer = interop.IsEmpty ? [] : data.Bytes;
        if (request.AppBundle)
        {
            return new ProgramBundle(trailer, interop, data, InteropOffset: 0, world);
        }

        try
        {
            byte[] block = Bundle.Write(entries, trailer);
            return new ProgramBundle(block, interop, data, block.Length - trailer.Length, world);
        }
        catch (OverflowException exception)
        {
            throw new AppLinkException(LinkError.TooLarge, "the program's files do not fit into 2 GiB; leave some out", exception);
        }
    }

    private static ProgramWorld? ReadWorld(LinkRequest request, List<AssemblyWorld> worlds, BundleEntry entry)
    {
        bool isLibrary = !HasEntryPoint(entry);
        if (request.WasiVersion == WasiVersion.Preview1)
        {
            return isLibrary
                ? throw new AppLinkException(
                    LinkError.InvalidAssemblies, $"'{request.EntryAssembly}' has no entry point; set the property WasiVersion to 0.2 to make a component of a library, or OutputType to Exe")
                : worlds.Count == 0 ? null : ProgramWorld.Unite(worlds, entry.Name, isLibrary);
        }

        return ProgramWorld.Unite(worlds, entry.Name, isLibrary);
    }

    private static bool HasEntryPoint(BundleEntry assembly)
    {
        using PEReader reader = new(new MemoryStream(assembly.Content.ToArray(), writable: false));
        return reader.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress != 0;
    }
}
