namespace Skiff.Fidelity.Tests;

/// <summary>A module, and what it takes to start it.</summary>
/// <param name="Path">The module's file.</param>
/// <param name="Directory">The directory of its own that it is granted.</param>
/// <param name="MountPoint">Under which name.</param>
/// <param name="Argv0">Its name as it sees it.</param>
/// <param name="Arguments">The arguments before the program's own.</param>
internal sealed record GuestModule(string Path, string Directory, string MountPoint, string Argv0, params IReadOnlyList<string> Arguments);
