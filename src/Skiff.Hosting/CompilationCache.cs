namespace Skiff.Hosting;

/// <summary>Machine code on disk.</summary>
public sealed class CompilationCache;
