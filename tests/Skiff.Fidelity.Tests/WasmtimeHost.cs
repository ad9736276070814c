using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>Wasmtime, by <c>skiff run</c>.</summary>
internal sealed class WasmtimeHost : GuestHost
{
    /// <summary>Where the guest finds the AppBundle.</summary>
    public const string BundlePath = "/AppBundle";

    /// <inheritdoc/>
    public override string Name => "wasmtime";

    /// <inheritdoc/>
    public override ProcessStartInfo Guest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Run([], [Artifacts.AppBundle, "--", .. arguments], environment, scratch);

    /// <inheritdoc/>
    public override ProcessStartInfo Main(string form, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Run(
            ["--dir", $"{MainBundle.Directory}::{BundlePath}", "--argv0", $"{BundlePath}/dotnet.wasm"],
            [Path.Combine(MainBundle.Directory, "dotnet.wasm"), "--", form, .. arguments],
            environment,
            scratch);

    private static ProcessStartInfo Run(IEnumerable<string> options, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) => new(
        System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            Artifacts.Command, "run", "--dir", $"{scratch}::{scratch}",
            .. environment.SelectMany(v => new[] { "--env", $"{v.Key}={v.Value}" }),
            .. options, .. arguments,
        ]);
}
