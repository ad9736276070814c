using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Skiff.Fidelity.Tests;

/// <summary>Node's own WASI preview 1, which knows nothing of Skiff.</summary>
internal sealed class NodeHost : GuestHost
{
    private const int LeastVersion = 20;

    private static readonly Lazy<Task<string?>> s_missing = new(FindMissingAsync);

    /// <inheritdoc/>
    public override string Name => "node:wasi";

    /// <inheritdoc/>
    public override ProcessStartInfo Guest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Start(Artifacts.AppBundle, ["Skiff.Fidelity", .. arguments], environment, scratch);

    /// <inheritdoc/>
    public override ProcessStartInfo Main(string form, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Start(MainBundle.Directory, [form, .. arguments], environment, scratch);

    /// <inheritdoc/>
    public override async Task RequireAsync()
    {
        if (await s_missing.Value is string reason)
        {
            Assert.Skip(reason);
        }
    }

    private static ProcessStartInfo Start(string bundle, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) => new(
        "node",
        [
            "--no-warnings",
            "--single-threaded-gc", // Node 20 crashes in its own collector when a large wasm memory grows.
            Path.Combine(AppContext.BaseDirectory, "node-wasi.mjs"),
            JsonSerializer.Serialize(new
            {
                module = Path.Combine(bundle, "dotnet.wasm"),
                args = arguments.Prepend(WasmtimeHost.BundlePath + "/dotnet.wasm"),
                env = environment,
                preopens = new Dictionary<string, string> { [WasmtimeHost.BundlePath] = bundle, [scratch] = scratch },
            }),
        ]);

    private static async Task<string?> FindMissingAsync()
    {
        try
        {
            GuestOutcome outcome = await GuestProcess.RunAsync(new ProcessStartInfo("node", ["--version"]), "");
            string version = outcome.Output.Trim();
            return int.Parse(version.TrimStart('v').Split('.')[0]) >= LeastVersion
                ? null
                : $"Node is {version}; version {LeastVersion} or later is the second WASI host of the suite.";
        }
        catch (Win32Exception)
        {
            return $"Node is not installed; version {LeastVersion} or later is the second WASI host of the suite.";
        }
    }
}
