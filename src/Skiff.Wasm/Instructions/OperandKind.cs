namespace Skiff.Wasm;

/// <summary>What follows an opcode in the binary format (specification: binary format, instructions).</summary>
public enum OperandKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A block type.</summary>
    Block,

    /// <summary>A label, counted outward from the innermost block.</summary>
    Label,

    /// <summary>The labels of <c>br_table</c>.</summary>
    Labels,

    /// <summary>A block type and the catch clauses of <c>try_table</c>.</summary>
    Catches,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A function type and a table.</summary>
    TypeAndTable,

    /// <summary>A type and the index of one of its fields.</summary>
    TypeAndField,

    /// <summary>A type and a number of elements.</summary>
    TypeAndCount,

    /// <summary>A type and a data segment.</summary>
    TypeAndData,

    /// <summary>A type and an element segment.</summary>
    TypeAndElement,

    /// <summary>Two types: of the target and of the source.</summary>
    TwoTypes,

    /// <summary>The value types of <c>select</c>.</summary>
    ValueTypes,

    /// <summary>A heap type.</summary>
    HeapType,

    /// <summary>The label and the two reference types of <c>br_on_cast</c>.</summary>
    Cast,

    /// <summary>A local.</summary>
    Local,

    /// <summary>A global.</summary>
    Global,

    /// <summary>A table.</summary>
    Table,

    /// <summary>Two tables: target and source.</summary>
    TwoTables,

    /// <summary>An element segment.</summary>
    Element,

    /// <summary>An element segment and a table.</summary>
    ElementAndTable,

    /// <summary>A memory.</summary>
    Memory,

    /// <summary>Two memories: target and source.</summary>
    TwoMemories,

    /// <summary>A data segment.</summary>
    Data,

    /// <summary>A data segment and a memory.</summary>
    DataAndMemory,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>Alignment, offset and memory.</summary>
    MemoryArgument,

    /// <summary>Alignment, offset, memory and a lane.</summary>
    MemoryArgumentAndLane,

    /// <summary>A 32-bit integer.</summary>
    I32,

    /// <summary>A 64-bit integer.</summary>
    I64,

    /// <summary>A 32-bit float.</summary>
    F32,

    /// <summary>A 64-bit float.</summary>
    F64,

    /// <summary>A 128-bit vector.</summary>
    V128,

    /// <summary>The sixteen lanes of <c>i8x16.shuffle</c>.</summary>
    Shuffle,

    /// <summary>A lane.</summary>
    Lane,

    /// <summary>A zero byte.</summary>
    Zero,
}
