namespace Skiff.Fidelity.Tests;

/// <summary>A form that programs are built or published in.</summary>
internal abstract class GuestForm
{
    /// <summary>Its name, as tests and docs/differences.md write it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is what <c>dotnet publish</c> makes, trimmed and one file.</summary>
    public abstract bool IsPublished { get; }

    /// <summary>The guest in this form.</summary>
    public abstract GuestModule Guest { get; }

    /// <summary>Why the programs of <see cref="Artifacts.Mains"/> are not run in this form on a host; null when they are.</summary>
    public abstract string? WithoutMains(WasiHost host);

    /// <summary>One of the programs in <see cref="Artifacts.Mains"/>.</summary>
    public abstract Task<GuestModule> MainAsync(string main);
}
