using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>The address of a byte of the frame; constant during one call.</summary>
internal sealed class FrameAddressExpression(FrameSlot slot, int offset) : Expression(ValType.I32, Effects.None)
{
    /// <summary>The slot that is pointed into.</summary>
    public FrameSlot Slot { get; } = slot;

    /// <summary>Offset in bytes from its start.</summary>
    public int Offset { get; } = offset;
}
