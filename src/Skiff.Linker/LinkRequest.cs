using Skiff.Hosting;

namespace Skiff.Linker;

/// <summary>What a program is made of and what is to become of it.</summary>
public sealed record LinkRequest
{
    /// <summary>The default of <see cref="BootTimeLimit"/>: 60 seconds.</summary>
    public static readonly TimeSpan DefaultBootTimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>The default of <see cref="TrainingTimeLimit"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultTrainingTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The directory of the runtime pack.</summary>
    public required string RuntimePack { get; init; }

    /// <summary>The program's own assembly.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>The program's <c>runtimeconfig.json</c>.</summary>
    public required string RuntimeConfiguration { get; init; }

    /// <summary>The module or component to write.</summary>
    public required string Output { get; init; }

    /// <summary>The version of WASI that the program is for, and with it whether a module or a component is written.</summary>
    public WasiVersion WasiVersion { get; init; }

    /// <summary>All other assemblies that the program needs, <c>System.Private.CoreLib</c> included; in any order.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The satellite assemblies, in any order.</summary>
    public IReadOnlyList<Satellite> Satellites { get; init; } = [];

    /// <summary>The portable PDBs that stack traces shall take line numbers from, in any order.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The cultures that the program needs, such as <c>de-AT</c>; none for all that the runtime pack has.</summary>
    public IReadOnlyList<string> Cultures { get; init; } = [];

    /// <summary>The file of ICU data to use whatever <see cref="Cultures"/> says; null to choose one of the runtime pack.</summary>
    public string? IcuData { get; init; }

    /// <summary>Static methods without parameters, as <c>Namespace.Type.Method</c>, to call before the snapshot is taken.</summary>
    public IReadOnlyList<string> Initializers { get; init; } = [];

    /// <summary>Libraries of P/Invokes that the host provides, beside those of methods with <c>[WasmImportLinkage]</c>.</summary>
    public IReadOnlyList<string> ImportLibraries { get; init; } = [];

    /// <summary>
    /// Whether the output is the runtime of an AppBundle, which finds the program's files beside it: whole, with what the
    /// program imports and exports, and nothing else of it.
    /// </summary>
    public bool AppBundle { get; init; }

    /// <summary>Whether the program is booted now and its memory kept, so that it starts where <c>Main</c> does.</summary>
    public bool Snapshot { get; init; } = true;

    /// <summary>
    /// What the program is run with to learn which methods its snapshot shall have compiled; null for not to run it. It is
    /// of no use without a snapshot.
    /// </summary>
    public TrainingInput? Training { get; init; } = new();

    /// <summary>How long the program may run for that, its boot included. When it takes longer, nothing is learnt.</summary>
    public TimeSpan TrainingTimeLimit { get; init; } = DefaultTrainingTimeLimit;

    /// <summary>Whether functions keep their names, for stack traces of traps and for profilers.</summary>
    public bool KeepNames { get; init; }

    /// <summary>Whether all of the runtime stays in the module, its tracing too.</summary>
    public bool KeepDebugger { get; init; }

    /// <summary>How long booting for the snapshot may take, initializers included.</summary>
    public TimeSpan BootTimeLimit { get; init; } = DefaultBootTimeLimit;

    /// <summary>Where the runtime's machine code is kept between runs; null to compile it every time.</summary>
    public CompilationCache? Cache { get; init; }
}
