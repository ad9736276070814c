namespace Skiff.Compiler.Il;

/// <summary>One scalar of a struct, however deeply nested.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Offset">Its offset in bytes from the start of the outermost struct.</param>
internal readonly record struct StructLeaf(ScalarType Type, int Offset);
