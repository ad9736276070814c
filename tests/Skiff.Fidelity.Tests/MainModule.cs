using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>Makes one module, with a snapshot, of a program in <see cref="Artifacts.Mains"/>.</summary>
internal static class MainModule
{
    private static readonly string[] s_references =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Console", "System.Collections", "System.Memory", "System.Threading",
        "System.Runtime.InteropServices", "System.Text.Encoding.Extensions",
    ];

    /// <summary>Links it with as much of the base class library as these programs use.</summary>
    /// <returns>The module's path.</returns>
    public static async Task<string> LinkAsync(string main)
    {
        string module = Path.Combine(AppContext.BaseDirectory, "main-modules", main + ".wasm");
        GuestOutcome outcome = await GuestProcess.RunAsync(
            new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                [
                    Artifacts.Command, "link", "--runtime-pack", Artifacts.RuntimePack,
                    "--entry", Path.Combine(Artifacts.Mains, main + ".dll"),
                    "--runtime-config", Path.ChangeExtension(Artifacts.Guest, ".runtimeconfig.json"),
                    "--output", module,
                    .. s_references.SelectMany(name => new[] { "--reference", Path.Combine(Artifacts.RuntimePack, "managed", name + ".dll") }),
                ]),
            "");
        return outcome.ExitCode == 0 ? module : throw new InvalidOperationException($"{main} could not be linked:\n{string.Join('\n', outcome.Lines)}");
    }
}
