using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Components;

/// <summary>
/// Reads WIT from wherever it is: a <c>.wit</c> file, a folder with its <c>deps</c>, where packages may also be encoded as
/// WebAssembly, a component, a package encoded as one, or a core module that has a world embedded.
/// </summary>
public static class WitPath
{
    private const string Extension = ".wasm";

    /// <summary>Whether a file is WebAssembly, by its first bytes.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static bool IsWebAssembly(string file)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(file);
        Span<byte> start = stackalloc byte[4];
        return RandomAccess.Read(handle, start, 0) == start.Length && start.SequenceEqual("\0asm"u8);
    }

    /// <summary>Reads what is at a path. WASI's packages are there for texts that refer to them.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How names are resolved; what is read from WebAssembly is complete.</param>
    /// <returns>The packages; errors in texts are in <see cref="PackageGraph.Diagnostics"/>.</returns>
    /// <exception cref="FileNotFoundException">There is nothing at the path, or no WIT file in the folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="ComponentReadingException">WebAssembly is malformed, not valid, or says what WIT cannot.</exception>
    public static PackageGraph Load(string path, ResolveOptions? options = null) =>
        File.Exists(path) && IsWebAssembly(path) ? Decode(path) : PackageGraph.Resolve(ReadSources(path), options);

    /// <summary>Reads the texts at a path; packages in <c>deps</c> that are encoded become texts.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    /// <param name="path">A <c>.wit</c> file or a folder.</param>
    public static WitSources ReadSources(string path)
    {
        WitSources sources = WitFolder.Read(path);
        List<IReadOnlyList<WitFile>> dependencies = [.. sources.Dependencies];
        SortedDictionary<string, string> library = new(StringComparer.Ordinal);
        string folder = Path.Combine(path, "deps");
        string[] encoded = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Extension) : [];
        foreach (string file in encoded.Order(StringComparer.Ordinal))
        {
            PackageGraph graph = Decode(file);
            dependencies.Add([new WitFile(file, WitPrinter.Print(graph.Root!))]);
            // What it knows of others is for those who do not have them; the most is best.
            foreach (Package other in graph.Packages.Where(package => package != graph.Root))
            {
                string text = WitPrinter.Print(other);
                if (!library.TryGetValue(other.Name.ToString(), out string? before) || before.Length < text.Length)
                {
                    library[other.Name.ToString()] = text;
                }
            }
        }

        List<IReadOnlyList<WitFile>> known = [.. library.Select(package => (IReadOnlyList<WitFile>)[new WitFile(package.Key, package.Value)])];
        IEnumerable<WitFile> all = sources.Root.Concat(dependencies.Concat(known).SelectMany(package => package));
        return new WitSources(sources.Root, dependencies, [.. WasiLibrary.PackagesFor(all), .. known]);
    }

    private static PackageGraph Decode(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        try
        {
            if (Component.IsComponent(bytes))
            {
                return WorldReader.Read(Component.Read(bytes));
            }

            IReadOnlyList<PackageGraph> worlds = ComponentTypeSection.Read(Module.Read(bytes));
            return worlds.Count switch
            {
                1 => worlds[0],
                0 => throw new ComponentReadingException($"'{file}' is a core module that has no world embedded."),
                _ => throw new ComponentReadingException(
                    $"'{file}' has several worlds embedded: {string.Join(", ", worlds.Select(world => world.Root!.Worlds[0]))}."),
            };
        }
        catch (Exception exception) when (exception is WasmFormatException or Skiff.Wasm.Validation.WasmValidationException)
        {
            throw new ComponentReadingException($"'{file}' is not valid WebAssembly: {exception.Message}", exception);
        }
    }
}
