using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>The judge: <c>dotnet</c>.</summary>
internal sealed class CoreClrHost : GuestHost
{
    /// <inheritdoc/>
    public override string Name => "dotnet";

    /// <inheritdoc/>
    public override ProcessStartInfo Guest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Start([Artifacts.Guest, .. arguments], environment);

    /// <inheritdoc/>
    public override Task<ProcessStartInfo> MainAsync(string main, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch) =>
        Task.FromResult(Start(["exec", "--runtimeconfig", Path.ChangeExtension(Artifacts.Guest, ".runtimeconfig.json"), Path.Combine(Artifacts.Mains, main + ".dll"), .. arguments], environment));

    private static ProcessStartInfo Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);
        start.Environment.Remove("LC_ALL");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
