using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Skiff.Fidelity.Tests;

/// <summary>Node's own WASI preview 1, which knows nothing of Skiff.</summary>
internal sealed class NodeHost(GuestForm form) : WasiHost("node:wasi", form)
{
    private const int LeastVersion = 20;

    private static readonly Lazy<Task<string?>> s_missing = new(FindMissingAsync);

    /// <inheritdoc/>
    public override async Task RequireAsync()
    {
        if (await s_missing.Value is string reason)
        {
            Assert.Skip(reason);
        }
    }

    /// <summary>
    /// The guest as often as there are runs, one after the other and each as fresh as in a process of its own. The
    /// command writes a line <c>INDEX EXITCODE</c> for each run that has ended.
    /// </summary>
    public ProcessStartInfo Batch(IReadOnlyList<GuestRun> runs)
    {
        GuestModule module = Form.Guest;
        return Node(module, runs.Select(run => new
        {
            args = (string[])[module.Argv0, .. module.Arguments, .. run.Arguments],
            env = run.Environment,
            preopens = Preopens(module, run.Scratch.Path),
            standardInput = run.InputFile,
            standardOutput = run.OutputFile,
            standardError = run.ErrorFile,
        }));
    }

    /// <inheritdoc/>
    protected override ProcessStartInfo Command(GuestModule module, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Node(module, [new { args = (string[])[module.Argv0, .. module.Arguments, .. arguments], env = environment, preopens = Preopens(module, scratch) }]);

    private static Dictionary<string, string> Preopens(GuestModule module, string scratch) =>
        new() { [module.MountPoint] = module.Directory, [scratch] = scratch };

    private static ProcessStartInfo Node<TRun>(GuestModule module, IEnumerable<TRun> runs) => new(
        "node",
        [
            "--no-warnings",
            "--expose-gc",
            "--single-threaded-gc", // Node 20 crashes in its own collector when a large wasm memory grows.
            Path.Combine(AppContext.BaseDirectory, "node-wasi.mjs"),
            JsonSerializer.Serialize(new { module = module.Path, runs }),
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
