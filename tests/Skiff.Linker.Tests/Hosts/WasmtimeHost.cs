using Wasmtime;

namespace Skiff.Linker.Tests.Hosts;

/// <summary>Runs a module on Wasmtime's own WASI preview 1, with nothing of Skiff's around it.</summary>
internal static class WasmtimeHost
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    public static Outcome Run(string path, string[] arguments, params KeyValuePair<string, string>[] environment)
    {
        using TemporaryDirectory streams = new();
        string output = streams.File("output");
        string error = streams.File("error");
        using Config config = new Config().WithEpochInterruption(true).WithOptimizationLevel(OptimizationLevel.None);
        using Engine engine = new(config);
        using Timer limit = new(_ => engine.IncrementEpoch(), null, s_limit, Timeout.InfiniteTimeSpan);
        using Module module = Module.FromFile(engine, path);
        using Wasmtime.Linker linker = new(engine);
        linker.DefineWasi();
        int exitCode = 0;
        using (Store store = new(engine))
        {
            store.SetEpochDeadline(1);
            WasiConfiguration wasi = new WasiConfiguration()
                .WithArgs(["/app.wasm", .. arguments])
                .WithStandardOutput(output)
                .WithStandardError(error);
            foreach ((string name, string value) in environment)
            {
                wasi = wasi.WithEnvironmentVariable(name, value);
            }

            store.SetWasiConfiguration(wasi);
            try
            {
                linker.Instantiate(store, module).GetAction("_start")!();
            }
            catch (WasmtimeException end) when (end.ExitCode is { } code)
            {
                exitCode = code;
            }
        }

        return new Outcome(exitCode, File.ReadAllText(output), File.ReadAllText(error));
    }
}
