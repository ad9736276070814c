namespace Skiff.Compiler.Il;

/// <summary>Where the fields of a struct lie.</summary>
/// <param name="Size">Size in bytes, a multiple of <paramref name="Alignment"/> unless the metadata says otherwise.</param>
/// <param name="Alignment">Alignment in bytes.</param>
/// <param name="Fields">Instance fields in declaration order.</param>
/// <param name="Leaves">
/// The scalars that make up the value, by rising offset, when they do not overlap; <see langword="null"/> when they do,
/// or when bytes outside them may matter (fixed buffers, explicit sizes), so that a copy must move every byte.
/// </param>
internal sealed record StructLayout(int Size, int Alignment, IReadOnlyList<StructField> Fields, IReadOnlyList<StructLeaf>? Leaves);
