using System.Reflection.PortableExecutable;
using Skiff.Linker.Bundling;
using Skiff.Linker.Components;
using Skiff.Linker.Globalization;

namespace Skiff.Linker.Program;

/// <summary>The files of a program, read and in the order that they are bundled in, which is that of their names.</summary>
internal static class ProgramFiles
{
    private const string CoreLibrary = "System.Private.CoreLib.dll";

    /// <summary>Reads the files.</summary>
    /// <param name="request">The program.</param>
    /// <param name="worlds">Gets the worlds that are in the assemblies, which are bundled without them.</param>
    /// <exception cref="AppLinkException">One cannot be read, or they do not make a program.</exception>
    public static IReadOnlyList<BundleEntry> Read(LinkRequest request, List<AssemblyWorld> worlds)
    {
        List<BundleEntry> entries = [];
        string[] paths = [.. References(request).OrderBy(Path.GetFileName, StringComparer.Ordinal).Prepend(request.EntryAssembly)];
        byte[][] assemblies = Array.ConvertAll(paths, path => ReadAssembly(path, "the assembly"));
        UnusedAttributes.Remove(assemblies, i => File.Exists(Path.Combine(request.RuntimePack, "managed", Path.GetFileName(paths[i]))));
        foreach ((string path, byte[] assembly) in paths.Zip(assemblies))
        {
            UnusedMessages.Clear(assembly);
            worlds.AddRange(AssemblyWorlds.Take(Path.GetFileNameWithoutExtension(path), assembly));
            CompressedMessages.Apply(assembly);
            entries.Add(new BundleEntry(BundleKind.Assembly, Path.GetFileName(path), assembly));
        }

        if (!entries.Any(entry => entry.Name == CoreLibrary))
        {
            throw new AppLinkException(
                LinkError.InvalidAssemblies, $"{CoreLibrary} is not among the assemblies; reference all of the base class library that the trimmer kept");
        }

        foreach (Satellite satellite in request.Satellites.OrderBy(SatelliteName, StringComparer.Ordinal))
        {
            entries.Add(new BundleEntry(BundleKind.Satellite, SatelliteName(satellite), ReadAssembly(satellite.Path, "the satellite assembly")));
        }

        RuntimeConfiguration configuration = RuntimeConfiguration.Read(request.RuntimeConfiguration);
        if (!configuration.IsInvariant)
        {
            entries.Add(new BundleEntry(BundleKind.Icu, "", IcuChoice.Choose(request).Bytes));
        }

        string[] initializers = request.Snapshot ? Initializers(request, entries) : [];
        ReadOnlyMemory<byte> properties = configuration.WithInitializers(initializers);
        entries.Add(new BundleEntry(BundleKind.RuntimeConfiguration, Path.GetFileName(request.RuntimeConfiguration), properties));
        foreach (string path in request.Symbols.OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            entries.Add(new BundleEntry(BundleKind.Symbols, Path.GetFileName(path), InputFile.Read(path, "the symbol file")));
        }

        RequireDistinctNames(entries);
        return entries;
    }

    /// <summary>Reads the assemblies alone, as they are, for what their metadata says.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<BundleEntry> ReadAssemblies(LinkRequest request, List<AssemblyWorld> worlds)
    {
        List<BundleEntry> entries = [];
        foreach (string path in References(request).OrderBy(Path.GetFileName, StringComparer.Ordinal).Prepend(request.EntryAssembly))
        {
            byte[] assembly = ReadAssembly(path, "the assembly");
            worlds.AddRange(AssemblyWorlds.Take(Path.GetFileNameWithoutExtension(path), assembly));
            entries.Add(new BundleEntry(BundleKind.Assembly, Path.GetFileName(path), assembly));
        }

        RequireDistinctNames(entries);
        return entries;
    }

    private static IEnumerable<string> References(LinkRequest request)
    {
        string entry = Path.GetFullPath(request.EntryAssembly);
        return request.References.Where(path => Path.GetFullPath(path) != entry);
    }

    private static string[] Initializers(LinkRequest request, List<BundleEntry> entries) => [.. request.Initializers
        .Concat(entries.Where(entry => entry.Kind == BundleKind.Assembly).SelectMany(assembly => MarkedInitializers.Find(assembly.Content)))
        .Distinct()];

    private static string SatelliteName(Satellite satellite) => $"{satellite.Culture}/{Path.GetFileName(satellite.Path)}";

    private static byte[] ReadAssembly(string path, string what)
    {
        byte[] bytes = InputFile.Read(path, what);
        try
        {
            using PEReader reader = new(new MemoryStream(bytes, writable: false));
            if (reader.HasMetadata)
            {
                return bytes;
            }
        }
        catch (BadImageFormatException)
        {
            // Said below: what the file is instead, nobody can tell.
        }

        throw new AppLinkException(LinkError.InvalidAssemblies, $"'{path}' is not a .NET assembly");
    }

    private static void RequireDistinctNames(List<BundleEntry> entries)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (BundleEntry entry in entries)
        {
            if (entry.Name.Length > 0 && !names.Add(entry.Name))
            {
                throw new AppLinkException(LinkError.InvalidAssemblies, $"two of the program's files are named '{entry.Name}'; leave one of them out");
            }
        }
    }
}
