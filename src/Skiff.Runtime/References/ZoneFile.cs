namespace Skiff.Runtime.References;

/// <summary>A file of time zone data that is part of the runtime.</summary>
/// <param name="Path">The path under which programs ask for it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ZoneFile(string Path, ReadOnlyMemory<byte> Content);
