namespace Skiff.Wasm.Linking;

/// <summary>What <see cref="Linker.Merge"/> did.</summary>
/// <param name="Satisfied">Imports of the target that the source satisfied.</param>
/// <param name="Replaced">Names of the target's own functions that the source replaced.</param>
/// <param name="Exported">Names of exports the target gained.</param>
/// <param name="Unused">Exports of the source that satisfy no import of the target.</param>
public sealed record LinkResult(
    IReadOnlyList<Import> Satisfied,
    IReadOnlyList<string> Replaced,
    IReadOnlyList<string> Exported,
    IReadOnlyList<string> Unused);
