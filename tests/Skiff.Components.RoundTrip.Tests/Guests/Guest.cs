using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Skiff.Hosting;
using Skiff.Hosting.Components;
using Skiff.Linker;
using Skiff.Wasm.Components;
using Skiff.Wit;
using Skiff.Wit.Resolution;

[assembly: AssemblyFixture(typeof(Skiff.Components.RoundTrip.Tests.Guests.Guest))]

namespace Skiff.Components.RoundTrip.Tests.Guests;

/// <summary>A library as a component: for all tests, the guest library of this repository.</summary>
public sealed class Guest : IDisposable
{
    // What a call that never ends is ended by.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private static readonly CompilationCache s_cache = new(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "skiff-roundtrip-tests-cache"));

    private readonly string _directory = Directory.CreateTempSubdirectory("skiff-roundtrip-").FullName;
    private readonly Engine _engine = new(new EngineOptions { Interruptible = true });
    private readonly Lazy<string> _path;
    private readonly Lazy<CompiledComponent> _component;

    public Guest()
        : this(System.IO.Path.Combine(Built.Guest, "Skiff.Components.RoundTrip.dll"), PackageGraph.Load(Built.Wit).SelectWorld())
    {
    }

    internal Guest(string assembly, World world)
    {
        World = world;
        _path = new(() => Link(assembly));
        _component = new(() => s_cache.LoadComponent(_engine, Path));
    }

    /// <summary>Its world, as the <c>.wit</c> files have it.</summary>
    internal World World { get; }

    /// <summary>The file of the component.</summary>
    internal string Path => _path.Value;

    /// <summary>The bytes of memory that it begins with.</summary>
    internal long InitialMemory => Component.Read(File.ReadAllBytes(Path)).Definitions.OfType<EmbeddedModule>()
        .Max(module => module.ReadModule().Memories.Sum(memory => memory.IsImported ? 0 : (long)memory.Limits.Minimum << 16));

    public void Dispose()
    {
        if (_component.IsValueCreated)
        {
            _component.Value.Dispose();
        }

        _engine.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Works with a new instance, whose imports are a host's.</summary>
    internal T Run<T>(Host host, Func<ComponentInstance, T> work, long? memoryLimit = null)
    {
        using MemoryStream error = new();
        try
        {
            return ComponentInstance.Run(
                _component.Value,
                new GuestOptions { TimeLimit = s_limit, MemoryLimit = memoryLimit, StandardError = StandardOutput.ToStream(error) },
                host.Imports,
                instance =>
                {
                    host.Instance = instance;
                    return work(instance);
                });
        }
        finally
        {
            host.StandardError = System.Text.Encoding.UTF8.GetString(error.ToArray());
            if (host.StandardError.Length > 0)
            {
                TestContext.Current.TestOutputHelper?.WriteLine(host.StandardError);
            }
        }
    }

    /// <summary>Works with a new instance, whose imports are a host's.</summary>
    internal void Run(Host host, Action<Host, ComponentInstance> work, long? memoryLimit = null) => Run(
        host,
        instance =>
        {
            work(host, instance);
            return true;
        },
        memoryLimit);

    private string Link(string assembly)
    {
        string symbols = System.IO.Path.ChangeExtension(assembly, ".pdb");
        return AppLinker.Link(new LinkRequest
        {
            RuntimePack = Built.RuntimePack,
            EntryAssembly = assembly,
            RuntimeConfiguration = System.IO.Path.Combine(Built.Guest, "Skiff.Components.RoundTrip.runtimeconfig.json"),
            Output = System.IO.Path.Combine(_directory, "guest.wasm"),
            WasiVersion = WasiVersion.Preview2,
            References = References(assembly),
            Symbols = File.Exists(symbols) ? [symbols] : [],
            Cache = s_cache,
        }).Path;
    }

    // Beside the guest's own directory there is the base class library.
    private static IReadOnlyList<string> References(string assembly)
    {
        HashSet<string> found = [];
        Queue<string> pending = new([assembly, Locate("System.Private.CoreLib")!]);
        while (pending.TryDequeue(out string? path))
        {
            if (path != assembly)
            {
                found.Add(path);
            }

            using PEReader image = new(File.OpenRead(path));
            MetadataReader metadata = image.GetMetadataReader();
            foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
            {
                if (Locate(metadata.GetString(metadata.GetAssemblyReference(handle).Name)) is { } reference && !found.Contains(reference))
                {
                    pending.Enqueue(reference);
                }
            }
        }

        return [.. found];
    }

    private static string? Locate(string name) => new[] { Built.Guest, System.IO.Path.Combine(Built.RuntimePack, "managed") }
        .Select(directory => System.IO.Path.Combine(directory, $"{name}.dll"))
        .FirstOrDefault(File.Exists);
}
