namespace Skiff.Hosting.Interop;

/// <summary>Kinds of component values, <c>wasmtime_component_valkind_t</c>.</summary>
internal enum ComponentValueKind : byte
{
    Bool = 0,
    S8 = 1,
    U8 = 2,
    S16 = 3,
    U16 = 4,
    S32 = 5,
    U32 = 6,
    S64 = 7,
    U64 = 8,
    F32 = 9,
    F64 = 10,
    Char = 11,
    String = 12,
    List = 13,
    Record = 14,
    Tuple = 15,
    Variant = 16,
    Enum = 17,
    Option = 18,
    Result = 19,
    Flags = 20,
    Resource = 21,
    Map = 22,
}
