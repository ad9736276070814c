namespace Skiff.Wasm.Objects;

/// <summary>The types of relocations (tool conventions: linking, relocation sections), <c>R_WASM_…</c> there.</summary>
public enum RelocationType : byte
{
    /// <summary>A function index.</summary>
    FunctionIndexLeb = 0,

    /// <summary>A function's slot, in code.</summary>
    TableIndexSleb = 1,

    /// <summary>A function's slot, in data.</summary>
    TableIndexI32 = 2,

    /// <summary>An address, in an instruction's offset.</summary>
    MemoryAddressLeb = 3,

    /// <summary>An address, in code.</summary>
    MemoryAddressSleb = 4,

    /// <summary>An address, in data.</summary>
    MemoryAddressI32 = 5,

    /// <summary>A type index.</summary>
    TypeIndexLeb = 6,

    /// <summary>A global; of a function or data symbol, the global that holds its address.</summary>
    GlobalIndexLeb = 7,

    /// <summary>An offset in the code section, for debug information.</summary>
    FunctionOffsetI32 = 8,

    /// <summary>An offset in a custom section, for debug information.</summary>
    SectionOffsetI32 = 9,

    /// <summary>A tag index.</summary>
    TagIndexLeb = 10,

    /// <summary>An address relative to the module's data, in code.</summary>
    MemoryAddressRelSleb = 11,

    /// <summary>A function's slot relative to the module's slots, in code.</summary>
    TableIndexRelSleb = 12,

    /// <summary>A global index as a plain number.</summary>
    GlobalIndexI32 = 13,

    /// <summary>A 64-bit address, in an instruction's offset.</summary>
    MemoryAddressLeb64 = 14,

    /// <summary>A 64-bit address, in code.</summary>
    MemoryAddressSleb64 = 15,

    /// <summary>A 64-bit address, in data.</summary>
    MemoryAddressI64 = 16,

    /// <summary>A 64-bit address relative to the module's data, in code.</summary>
    MemoryAddressRelSleb64 = 17,

    /// <summary>A function's slot as a 64-bit number, in code.</summary>
    TableIndexSleb64 = 18,

    /// <summary>A function's slot as a 64-bit number, in data.</summary>
    TableIndexI64 = 19,

    /// <summary>A table index.</summary>
    TableNumberLeb = 20,

    /// <summary>An address relative to thread-local data, in code.</summary>
    MemoryAddressTlsSleb = 21,

    /// <summary>A 64-bit offset in the code section, for debug information.</summary>
    FunctionOffsetI64 = 22,

    /// <summary>An address relative to its own place, in data.</summary>
    MemoryAddressLocRelI32 = 23,

    /// <summary>A function's slot relative to the module's slots, as a 64-bit number.</summary>
    TableIndexRelSleb64 = 24,

    /// <summary>A 64-bit address relative to thread-local data, in code.</summary>
    MemoryAddressTlsSleb64 = 25,

    /// <summary>A function index as a plain number.</summary>
    FunctionIndexI32 = 26,
}
