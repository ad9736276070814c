using Skiff.Hosting;
using Skiff.Linker;
using Wasmtime;
using Engine = Wasmtime.Engine;

namespace Skiff.Runtime.Tests.Boot;

/// <summary>The guest program as one file, with and without a snapshot, run on Wasmtime's own WASI.</summary>
public sealed class LinkedGuest : IDisposable
{
    private const string Guest = "Skiff.Runtime.Guest";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory _directory = new();
    private readonly Engine _engine = new(new Config().WithEpochInterruption(true));
    private readonly Timer _clock;
    private readonly Lazy<Module> _snapshot;
    private readonly Lazy<Module> _singleFile;

    public LinkedGuest()
    {
        _clock = new Timer(_ => _engine.IncrementEpoch(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _snapshot = new Lazy<Module>(() => Module.FromFile(_engine, Link(snapshot: true)));
        _singleFile = new Lazy<Module>(() => Module.FromFile(_engine, Link(snapshot: false)));
    }

    public void Dispose()
    {
        foreach (var module in new[] { _snapshot, _singleFile }.Where(m => m.IsValueCreated))
        {
            module.Value.Dispose();
        }

        _clock.Dispose();
        _engine.Dispose();
        _directory.Dispose();
    }

    /// <summary>Makes the file; its path.</summary>
    internal string Link(bool snapshot, params string[] initializers)
    {
        var configuration = Path.Combine(_directory.Path, Guest + ".runtimeconfig.json");
        File.WriteAllText(configuration, """{ "runtimeOptions": { "configProperties": { "Guest.Switch": true } } }""");
        return AppLinker.Link(new LinkRequest
        {
            RuntimePack = Built.RuntimePack,
            EntryAssembly = Path.Combine(Built.Guest, Guest + ".dll"),
            RuntimeConfiguration = configuration,
            References = [.. Directory.EnumerateFiles(Path.Combine(Built.RuntimePack, "managed"), "*.dll").Order(StringComparer.Ordinal)],
            IcuData = Path.Combine(Built.RuntimePack, "icudt.dat"),
            Initializers = initializers,
            Snapshot = snapshot,
            Cache = new CompilationCache(Path.Combine(_directory.Path, "cache")),
            Output = Path.Combine(_directory.Path, snapshot ? "snapshot.wasm" : "single-file.wasm"),
        }).Path;
    }

    /// <summary>Runs the guest in the directory <paramref name="directory"/>, which is its only one.</summary>
    internal Outcome Run(bool snapshot, string name, string[] arguments, (string Name, string Value)[] environment, string directory)
    {
        using var streams = new TemporaryDirectory();
        string input = Path.Combine(streams.Path, "in"), output = Path.Combine(streams.Path, "out"), error = Path.Combine(streams.Path, "error");
        File.WriteAllText(input, "");
        var host = new WasiConfiguration()
            .WithArgs([name, .. arguments])
            .WithEnvironmentVariables(environment.Append(("PWD", directory)))
            .WithPreopenedDirectory(streams.Path, directory, mutable: false)
            .WithStandardInput(input)
            .WithStandardOutput(output)
            .WithStandardError(error);
        using var linker = new Wasmtime.Linker(_engine);
        linker.DefineWasi();
        var exitCode = 0;
        using (var store = new Store(_engine))
        {
            store.SetEpochDeadline((ulong)s_limit.TotalSeconds);
            store.SetWasiConfiguration(host);
            try
            {
                linker.Instantiate(store, (snapshot ? _snapshot : _singleFile).Value).GetAction("_start")!();
            }
            catch (WasmtimeException end) when (end.ExitCode is { } code)
            {
                exitCode = code;
            }
        }

        return new Outcome(exitCode, File.ReadAllText(output), File.ReadAllText(error));
    }
}
