namespace Skiff.Hosting.Interop;

/// <summary>
/// What an import or export is. <c>wasm_externkind_t</c> (in types) and <c>wasmtime_extern_kind_t</c> (in values)
/// agree on these members and on no others.
/// </summary>
internal enum ExternKind : byte
{
    Function = 0,
    Global = 1,
    Table = 2,
    Memory = 3,
}
