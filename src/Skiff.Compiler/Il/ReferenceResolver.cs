using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>Finds the assemblies a program refers to: beside it, or in the reference directories.</summary>
internal sealed class ReferenceResolver : BaseAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition?> _assemblies = [];
    private readonly HashSet<ModuleDefinition> _references = [];
    private readonly string _programDirectory;
    private readonly IReadOnlyList<string> _directories;
    private AssemblyDefinition? _own;

    /// <summary>Searches beside <paramref name="programPath"/>, then in <paramref name="referenceDirectories"/>.</summary>
    public ReferenceResolver(string programPath, IReadOnlyList<string> referenceDirectories)
    {
        _programDirectory = Path.GetDirectoryName(Path.GetFullPath(programPath))!;
        _directories = referenceDirectories.Count > 0 ? referenceDirectories : [Path.GetDirectoryName(typeof(object).Assembly.Location)!];
    }

    /// <summary>This assembly, which has the compiler's own library in it.</summary>
    public AssemblyDefinition OwnAssembly => _own ??= Read(typeof(ReferenceResolver).Assembly.Location);

    /// <summary>Whether a module was found in a reference directory.</summary>
    public bool IsReference(ModuleDefinition module) => _references.Contains(module);

    /// <inheritdoc/>
    public override AssemblyDefinition Resolve(AssemblyNameReference name)
    {
        if (!_assemblies.TryGetValue(name.Name, out AssemblyDefinition? assembly))
        {
            _assemblies.Add(name.Name, assembly = Find(name.Name));
        }

        return assembly ?? throw new AssemblyResolutionException(name);
    }

    /// <summary>Reads an assembly, with its symbols if there are any.</summary>
    public AssemblyDefinition Read(string path)
    {
        var parameters = new ReaderParameters
        {
            AssemblyResolver = this,
            ReadSymbols = true,
            SymbolReaderProvider = new Mono.Cecil.Cil.DefaultSymbolReaderProvider(throwIfNoSymbol: false),
        };
        return AssemblyDefinition.ReadAssembly(path, parameters);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (AssemblyDefinition? assembly in _assemblies.Values.Append(_own))
        {
            assembly?.Dispose();
        }

        base.Dispose(disposing);
    }

    private AssemblyDefinition? Find(string name)
    {
        foreach (string directory in _directories)
        {
            string path = Path.Combine(directory, name + ".dll");
            if (File.Exists(path))
            {
                AssemblyDefinition assembly = Read(path);
                _references.Add(assembly.MainModule);
                return assembly;
            }
        }

        string beside = Path.Combine(_programDirectory, name + ".dll");
        return File.Exists(beside) ? Read(beside) : null;
    }
}
