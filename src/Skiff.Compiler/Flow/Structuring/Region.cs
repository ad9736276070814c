namespace Skiff.Compiler.Flow.Structuring;

/// <summary>A piece of structured control flow, as wasm has it.</summary>
internal abstract class Region;
