using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>A parameter as wasm values.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Leaves">The scalars that a struct travels as; <see langword="null"/> for scalars and for structs that travel by address.</param>
/// <param name="Values">The wasm types.</param>
internal sealed record LoweredParameter(IlType Type, IReadOnlyList<StructLeaf>? Leaves, IReadOnlyList<ValType> Values);
