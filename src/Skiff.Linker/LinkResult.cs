namespace Skiff.Linker;

/// <summary>What linking made.</summary>
/// <param name="Path">The module's file.</param>
/// <param name="Size">Its bytes.</param>
public sealed record LinkResult(string Path, long Size);
