using System.Text;
using Wasmtime;

namespace Skiff.Runtime.Tests.Boot;

/// <summary>Runs an AppBundle on Wasmtime's own WASI preview 1, with nothing of Skiff's around it.</summary>
internal static class WasmtimeHost
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program of the bundle, which is the guest's only directory.</summary>
    public static Outcome Run(string bundle, string program, string[] arguments, string input)
    {
        using var streams = new TemporaryDirectory();
        string standardInput = Path.Combine(streams.Path, "in"), output = Path.Combine(streams.Path, "out"), error = Path.Combine(streams.Path, "error");
        File.WriteAllText(standardInput, input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        using var config = new Config().WithEpochInterruption(true);
        using var engine = new Engine(config);
        using var limit = new Timer(_ => engine.IncrementEpoch(), null, s_limit, Timeout.InfiniteTimeSpan);
        using var module = Module.FromFile(engine, Path.Combine(bundle, "dotnet.wasm"));
        using var linker = new Wasmtime.Linker(engine);
        linker.DefineWasi();
        int exitCode;
        using (var store = new Store(engine))
        {
            store.SetEpochDeadline(1);
            store.SetWasiConfiguration(new WasiConfiguration()
                .WithArgs(["dotnet.wasm", program, .. arguments])
                .WithEnvironmentVariable("LANG", "C.UTF-8")
                .WithEnvironmentVariable("TZ", "UTC")
                .WithPreopenedDirectory(bundle, ".", mutable: false)
                .WithStandardInput(standardInput)
                .WithStandardOutput(output)
                .WithStandardError(error));
            try
            {
                linker.Instantiate(store, module).GetAction("_start")!();
                exitCode = 0;
            }
            catch (WasmtimeException end) when (end.ExitCode is { } code)
            {
                exitCode = code;
            }
        }

        return new Outcome(exitCode, File.ReadAllText(output), File.ReadAllText(error));
    }
}
