using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>A runtime that runs the guest.</summary>
internal abstract class GuestHost
{
    /// <summary>The hosts that are compared with <see cref="CoreClrHost"/>.</summary>
    public static IReadOnlyList<GuestHost> All { get; } = [new WasmtimeHost(), new NodeHost()];

    /// <summary>Its name, as tests and docs/differences.md write it.</summary>
    public abstract string Name { get; }

    /// <summary>The host of that name.</summary>
    public static GuestHost Find(string name) => All.Single(h => h.Name == name);

    /// <summary>The guest itself as a command on this host.</summary>
    /// <param name="arguments">The guest's arguments.</param>
    /// <param name="environment">The guest's environment, and nothing else of this process's that would matter.</param>
    /// <param name="scratch">A directory that the guest may use, under this very path.</param>
    public abstract ProcessStartInfo Guest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch);

    /// <summary>One of the programs in <see cref="Artifacts.Mains"/> as a command on this host.</summary>
    public abstract ProcessStartInfo Main(string form, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch);

    /// <summary>Skips the test where the host is not installed.</summary>
    public virtual Task RequireAsync() => Task.CompletedTask;
}
