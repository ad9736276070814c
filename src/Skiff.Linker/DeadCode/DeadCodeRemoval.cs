using Skiff.Wasm;
using Skiff.Wasm.References;

namespace Skiff.Linker.DeadCode;

/// <summary>
/// Removes from the runtime what a program cannot reach. The runtime reaches most of itself through its tables of
/// internal calls and P/Invokes, by name; but the names that a program can use are in its metadata.
/// </summary>
/// <remarks>
/// No address of static data and no slot of the function table changes, so that a memory image of the whole runtime fits.
/// What is reached through memory is reached from something that put it there, when the program was booted or later:
/// all that any export leads to counts.
/// </remarks>
public static class DeadCodeRemoval
{
    /// <summary>Removes what a program cannot reach.</summary>
    /// <param name="module">The runtime pack's <c>dotnet.wasm</c>, as it was read, with all of its exports.</param>
    /// <param name="assemblies">The paths of all assemblies of the program.</param>
    /// <param name="options">What else is to know.</param>
    /// <returns>What was removed. Functions that only some exports lead to go when those do.</returns>
    /// <exception cref="InvalidDataException">The references are those of another module.</exception>
    /// <exception cref="BadImageFormatException">A file is no assembly.</exception>
    public static DeadCodeResult Apply(Module module, IReadOnlyList<string> assemblies, DeadCodeOptions options)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(assemblies);
        ArgumentNullException.ThrowIfNull(options);
        ReferenceGraph graph = options.References;
        if (ReferenceGraph.FingerprintOf(module) != graph.Module)
        {
            throw new InvalidDataException("the references are not those of this dotnet.wasm; make the runtime pack anew");
        }

        FunctionTable table = new(module);
        Reachability reachability = Reachability.Of(module, table, graph, NativeNames.Of(assemblies));
        IReadOnlyList<DataRange> deadData = DeadData.Find(graph, reachability);
        IReadOnlyList<uint> emptied = EmptySlots(module, table, graph, reachability);
        DeadData.Clear(module, deadData);
        Function[] before = [.. module.Functions];
        module.RemoveUnreachable();
        HashSet<Function> after = new(module.Functions, ReferenceEqualityComparer.Instance);
        return new DeadCodeResult
        {
            RemovedFunctions = [.. before.Where(function => !after.Contains(function)).Select(function => function.Name ?? "")],
            EmptiedSlots = emptied,
            DeadData = deadData,
        };
    }

    private static List<uint> EmptySlots(Module module, FunctionTable table, ReferenceGraph graph, Reachability reachability)
    {
        Dictionary<uint, string> names = [];
        foreach (ReferenceEntry entry in graph.Entries)
        {
            string name = entry.Kind == EntryKind.InternalCall ? $"{entry.Scope}::{entry.Name}" : entry.Name;
            foreach (uint slot in graph.Nodes[entry.Node].Slots)
            {
                names.TryAdd(slot, name);
            }
        }

        (uint Slot, Function Function)[] dead = [.. table.Slots.Where(slot => !reachability.IsReached(slot.Function))];
        RemovalTraps traps = new(module);
        foreach ((uint slot, Function function) in dead)
        {
            table.Set(slot, traps.Trap(names.GetValueOrDefault(slot), function.Type));
        }

        traps.Complete();
        return [.. dead.Select(slot => slot.Slot)];
    }
}
