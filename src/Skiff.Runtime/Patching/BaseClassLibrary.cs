using Mono.Cecil;

namespace Skiff.Runtime.Patching;

/// <summary>
/// The assemblies of the runtime package, opened when asked for and written back when a patch changed them.
/// </summary>
public sealed class BaseClassLibrary : IDisposable
{
    private readonly Resolver _resolver;
    private readonly HashSet<string> _changed = [];

    /// <summary>Looks for assemblies in <paramref name="directories"/>, in that order.</summary>
    /// <param name="version">The package's version, named in errors.</param>
    /// <param name="directories">Folders that hold the package's assemblies.</param>
    public BaseClassLibrary(string version, params IReadOnlyList<string> directories)
    {
        Version = version;
        _resolver = new Resolver(directories);
    }

    /// <summary>The version of the package.</summary>
    public string Version { get; }

    /// <summary>The names of the assemblies that were changed.</summary>
    public IReadOnlyCollection<string> Changed => _changed;

    /// <summary>Where Cecil may look for the assemblies that others refer to.</summary>
    public IAssemblyResolver AssemblyResolver => _resolver;

    /// <summary>Opens the assembly with the simple name <paramref name="name"/>.</summary>
    /// <exception cref="PatchException">The package has no such assembly.</exception>
    public ModuleDefinition Open(string name) =>
        _resolver.Find(name) ?? throw new PatchException($"The runtime package {Version} has no assembly {name}.");

    /// <summary>Notes that <paramref name="module"/> was changed and is to be written.</summary>
    public void MarkChanged(ModuleDefinition module) => _changed.Add(module.Assembly.Name.Name);

    /// <summary>Writes the changed assemblies into <paramref name="directory"/>.</summary>
    public void Write(string directory)
    {
        foreach (var name in _changed)
        {
            Open(name).Write(Path.Combine(directory, name + ".dll"), new WriterParameters { DeterministicMvid = true });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _resolver.Dispose();

    private sealed class Resolver(IReadOnlyList<string> directories) : IAssemblyResolver
    {
        private readonly Dictionary<string, ModuleDefinition> _modules = [];

        public ModuleDefinition? Find(string name)
        {
            if (_modules.TryGetValue(name, out var module))
            {
                return module;
            }

            var path = directories.Select(d => Path.Combine(d, name + ".dll")).FirstOrDefault(File.Exists);
            return path is null
                ? null
                : _modules[name] = ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = this, InMemory = true });
        }

        public AssemblyDefinition? Resolve(AssemblyNameReference name) => Find(name.Name)?.Assembly;

        public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

        public void Dispose()
        {
            foreach (var module in _modules.Values)
            {
                module.Dispose();
            }
        }
    }
}
