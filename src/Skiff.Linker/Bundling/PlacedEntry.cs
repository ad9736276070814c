namespace Skiff.Linker.Bundling;

/// <summary>An entry of a bundle and where it lies.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Offset">Bytes from the bundle's start to the content.</param>
public readonly record struct PlacedEntry(BundleEntry Entry, uint Offset);
