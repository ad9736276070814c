namespace Skiff.Wasm.Components;

/// <summary>What a canonical built-in is defined with; it is written in the order of these values.</summary>
[Flags]
internal enum BuiltinOperands
{
    None = 0,
    Shared = 1 << 0,
    Cancellable = 1 << 1,
    Type = 1 << 2,
    Result = 1 << 3,
    ContextType = 1 << 4,
    ContextSlot = 1 << 5,
    FunctionType = 1 << 6,
    Table = 1 << 7,
    Memory = 1 << 8,
    Options = 1 << 9,
    Async = 1 << 10,
}
