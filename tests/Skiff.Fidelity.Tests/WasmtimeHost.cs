using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>Wasmtime, by <c>skiff run</c>.</summary>
internal sealed class WasmtimeHost(GuestForm form) : WasiHost("wasmtime", form)
{
    /// <inheritdoc/>
    protected override ProcessStartInfo Command(GuestModule module, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) => new(
        System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            Artifacts.Command, "run", "--dir", $"{scratch}::{scratch}",
            .. environment.SelectMany(v => new[] { "--env", $"{v.Key}={v.Value}" }),
            "--dir", $"{module.Directory}::{module.MountPoint}::ro", "--argv0", module.Argv0,
            module.Path, "--", .. module.Arguments, .. arguments,
        ]);
}
