namespace Skiff.Wasm;

/// <summary>A row of <see cref="OpcodeTable"/>.</summary>
/// <param name="Opcode">The instruction.</param>
/// <param name="Mnemonic">Its name in the text format.</param>
/// <param name="Operand">What follows it.</param>
/// <param name="Size">
/// For memory arguments the natural alignment, as a power of two; for lanes without one their number.
/// </param>
/// <param name="Operands">Codes of the stack operands, the deepest first; null when validation treats the instruction by itself.</param>
/// <param name="Results">Codes of the results.</param>
public sealed record OpcodeInfo(
    Opcode Opcode, string Mnemonic, OperandKind Operand, byte Size, string? Operands, string? Results)
{
    /// <summary>The number of lanes that a lane operand chooses from.</summary>
    public int LaneCount => Operand == OperandKind.MemoryArgumentAndLane ? 16 >> Size : Size;
}
