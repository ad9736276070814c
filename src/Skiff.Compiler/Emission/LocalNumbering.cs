using Skiff.Wasm;

namespace Skiff.Compiler.Emission;

/// <summary>Renumbers the locals of a body so that none is declared in vain and those of one type stand together.</summary>
internal static class LocalNumbering
{
    /// <summary>Rewrites <paramref name="body"/> and returns the types of the locals left, after the parameters.</summary>
    /// <param name="body">Instructions that name locals by index.</param>
    /// <param name="parameterCount">How many of the indices are parameters, which keep their place.</param>
    /// <param name="declared">Types of the other locals.</param>
    public static IReadOnlyList<ValType> Compact(InstructionList body, uint parameterCount, IReadOnlyList<ValType> declared)
    {
        int[] uses = new int[declared.Count];
        foreach (Instruction instruction in body)
        {
            if (IsAccess(instruction) && instruction.Local >= parameterCount)
            {
                uses[instruction.Local - parameterCount]++;
            }
        }

        // The most used first within a type: small indices are one byte.
        int[] order = [.. Enumerable.Range(0, declared.Count).Where(i => uses[i] > 0)
            .OrderBy(i => declared[i].ToString(), StringComparer.Ordinal).ThenByDescending(i => uses[i])];
        uint[] renumbered = new uint[declared.Count];
        for (int i = 0; i < order.Length; i++)
        {
            renumbered[order[i]] = parameterCount + (uint)i;
        }

        for (int i = 0; i < body.Count; i++)
        {
            Instruction instruction = body[i];
            if (IsAccess(instruction) && instruction.Local >= parameterCount)
            {
                uint local = renumbered[instruction.Local - parameterCount];
                body[i] = instruction.Opcode switch
                {
                    Opcode.LocalGet => Instruction.LocalGet(local),
                    Opcode.LocalSet => Instruction.LocalSet(local),
                    _ => Instruction.LocalTee(local),
                };
            }
        }

        return [.. order.Select(i => declared[i])];
    }

    private static bool IsAccess(Instruction instruction) => instruction.Opcode is Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee;
}
