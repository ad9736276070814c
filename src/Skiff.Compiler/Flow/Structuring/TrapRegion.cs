namespace Skiff.Compiler.Flow.Structuring;

/// <summary>Stops the program.</summary>
internal sealed class TrapRegion : Region;
