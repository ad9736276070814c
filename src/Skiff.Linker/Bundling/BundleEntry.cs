namespace Skiff.Linker.Bundling;

/// <summary>A file in a bundle.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; empty where the kind says all.</param>
/// <param name="Content">Its bytes.</param>
public readonly record struct BundleEntry(BundleKind Kind, string Name, ReadOnlyMemory<byte> Content);
