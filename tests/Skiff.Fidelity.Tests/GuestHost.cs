using System.Diagnostics;

namespace Skiff.Fidelity.Tests;

/// <summary>A runtime that runs the guest.</summary>
internal abstract class GuestHost
{
    /// <summary>Its name, as tests write it.</summary>
    public abstract string Name { get; }

    /// <summary>The guest itself as a command on this host.</summary>
    /// <param name="arguments">The guest's arguments.</param>
    /// <param name="environment">The guest's environment, and nothing else of this process's that would matter.</param>
    /// <param name="scratch">A directory that the guest may use, under this very path.</param>
    public abstract ProcessStartInfo Guest(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch);

    /// <summary>One of the programs in <see cref="Artifacts.Mains"/> as a command on this host.</summary>
    public abstract Task<ProcessStartInfo> MainAsync(string main, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string scratch);
}
