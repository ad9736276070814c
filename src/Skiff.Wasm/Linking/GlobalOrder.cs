namespace Skiff.Wasm.Linking;

/// <summary>
/// A global's initial value may read only globals before it (specification: validation, globals). Linking can make it
/// read one that came with another module; this moves such globals forward and leaves the rest in order.
/// </summary>
internal static class GlobalOrder
{
    public static void Restore(List<Global> globals)
    {
        List<Global> ordered = new(globals.Count);
        HashSet<Global> listed = [.. globals];
        HashSet<Global> entered = [];
        HashSet<Global> placed = [];
        Stack<Global> pending = [];
        foreach (Global start in globals)
        {
            pending.Push(start);
            while (pending.TryPeek(out Global? global))
            {
                if (placed.Contains(global))
                {
                    pending.Pop();
                }
                else if (!entered.Add(global))
                {
                    placed.Add(global);
                    ordered.Add(global);
                }
                else
                {
                    foreach (Global read in ReadBy(global).Where(listed.Contains).Where(read => !placed.Contains(read)))
                    {
                        pending.Push(!entered.Contains(read)
                            ? read
                            : throw new LinkException($"The initial value of the {global} depends on itself."));
                    }
                }
            }
        }

        globals.Clear();
        globals.AddRange(ordered);
    }

    private static IEnumerable<Global> ReadBy(Global global)
    {
        foreach (Instruction instruction in global.Initial?.Instructions ?? [])
        {
            if (instruction.Opcode == Opcode.GlobalGet)
            {
                yield return instruction.Global;
            }
        }
    }
}
