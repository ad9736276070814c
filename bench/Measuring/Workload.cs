namespace Skiff.Benchmarks.Measuring;

/// <summary>A program with an input.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Program">The sample.</param>
/// <param name="Directory">The folder that it is given as its argument; null for none.</param>
internal sealed record Workload(string Title, string Program, string? Directory);
