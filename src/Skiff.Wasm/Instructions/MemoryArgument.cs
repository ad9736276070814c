namespace Skiff.Wasm;

/// <summary>How an instruction accesses memory (specification: instructions, memory instructions).</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Offset">A number of bytes added to the address on the stack.</param>
/// <param name="Alignment">The promised alignment as a power of two; a hint only.</param>
public readonly record struct MemoryArgument(Memory Memory, ulong Offset, byte Alignment);
