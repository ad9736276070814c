using Mono.Cecil.Cil;

namespace Skiff.Compiler.Il;

/// <summary>A place in a method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Instruction">The instruction; <see langword="null"/> for the method as such.</param>
/// <param name="Caller">Where the method was first called from; <see langword="null"/> for exports.</param>
internal sealed record CodePlace(MethodInstance Method, Instruction? Instruction, CodePlace? Caller)
{
    /// <summary>The nearest source position at or before the instruction.</summary>
    public SequencePoint? Source
    {
        get
        {
            MethodDebugInformation debug = Method.Definition.DebugInformation;
            if (!debug.HasSequencePoints)
            {
                return null;
            }

            int offset = Instruction?.Offset ?? 0;
            return debug.SequencePoints.LastOrDefault(p => p.Offset <= offset && !p.IsHidden) ?? debug.SequencePoints[0];
        }
    }
}
