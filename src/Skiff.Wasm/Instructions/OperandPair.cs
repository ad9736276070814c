namespace Skiff.Wasm;

/// <summary>Two things an instruction names, in the order of the binary format.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
public sealed record OperandPair(object First, object Second);
