using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Skiff.Hosting;

namespace Skiff.Linker.Tests;

/// <summary>The guest program with what it needs of the runtime pack's base class library, as a request to link it.</summary>
internal static class GuestProgram
{
    private const string Name = "Skiff.Linker.Guest";

    /// <summary>The program's own assembly.</summary>
    public static string EntryAssembly => Path.Combine(Built.Guest, $"{Name}.dll");

    /// <summary>Machine code, kept between test runs.</summary>
    public static CompilationCache Cache { get; } = new(Path.Combine(Path.GetTempPath(), "skiff-linker-tests-cache"));

    /// <summary>A request to link it.</summary>
    public static LinkRequest Request(string output) => Request(Name, Built.Guest, output) with
    {
        Satellites = [new Satellite("de", Path.Combine(Built.Guest, "de", $"{Name}.resources.dll"))],
        Symbols = [Path.Combine(Built.Guest, $"{Name}.pdb")],
    };

    /// <summary>A request to link a program by its name and the directory that it was built into.</summary>
    public static LinkRequest Request(string name, string directory, string output) => new()
    {
        RuntimePack = Built.RuntimePack,
        EntryAssembly = Path.Combine(directory, $"{name}.dll"),
        RuntimeConfiguration = Path.Combine(directory, $"{name}.runtimeconfig.json"),
        Output = output,
        References = References(Path.Combine(directory, $"{name}.dll")),
        Cache = Cache,
    };

    /// <summary>What of the base class library an assembly references, directly or not.</summary>
    public static IReadOnlyList<string> References(string assembly)
    {
        HashSet<string> found = [];
        Queue<string> pending = new([assembly, Library("System.Private.CoreLib")]);
        while (pending.TryDequeue(out string? path))
        {
            using PEReader image = new(File.OpenRead(path));
            MetadataReader metadata = image.GetMetadataReader();
            foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
            {
                string reference = Library(metadata.GetString(metadata.GetAssemblyReference(handle).Name));
                if (File.Exists(reference) && found.Add(reference))
                {
                    pending.Enqueue(reference);
                }
            }
        }

        return [.. found];
    }

    private static string Library(string name) => Path.Combine(Built.RuntimePack, "managed", $"{name}.dll");
}
