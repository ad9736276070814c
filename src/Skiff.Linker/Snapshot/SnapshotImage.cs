namespace Skiff.Linker.Snapshot;

/// <summary>What booting a program left: a memory and globals to begin with.</summary>
/// <param name="Memory">The memory from address 0 to its end.</param>
/// <param name="Globals">The bits of every mutable global, by the name of its export.</param>
/// <param name="BundleAddress">Where in memory the bundle lies.</param>
internal sealed record SnapshotImage(byte[] Memory, IReadOnlyDictionary<string, ulong> Globals, uint BundleAddress);
