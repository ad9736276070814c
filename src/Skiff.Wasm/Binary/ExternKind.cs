namespace Skiff.Wasm.Binary;

/// <summary>The kinds of importable items, with their codes (specification: binary format, external indices).</summary>
internal enum ExternKind : byte
{
    Function = 0,
    Table = 1,
    Memory = 2,
    Global = 3,
    Tag = 4,
}
