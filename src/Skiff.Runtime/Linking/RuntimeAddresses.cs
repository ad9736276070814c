using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Linking;

/// <summary>
/// Addresses that only the runtime's code knows. The personality calls functions for them, which are added to the module
/// before it is linked.
/// </summary>
internal static class RuntimeAddresses
{
    /// <summary>Adds the functions to <paramref name="module"/>, whose functions are named.</summary>
    /// <exception cref="LinkException">The C library is not built as is known.</exception>
    public static void Add(Module module, CStack stack)
    {
        Define(module, "skiff_stack_end").Body.GlobalGet(stack.EndGlobal);
        Define(module, "skiff_heap_state").Body.I32Const(HeapState(module));
    }

    /// <summary>
    /// The address of the heap's lowest address in the state of <c>dlmalloc</c>, which <c>free</c> compares with before
    /// it merges a chunk with the one before.
    /// </summary>
    private static int HeapState(Module module)
    {
        var body = module.GetFunction("free").Body;
        for (var i = 0; i + 2 < body.Count; i++)
        {
            if (body[i].Opcode == Opcode.I32Const
                && body[i + 1] is { Opcode: Opcode.I32Load, MemoryArgument.Offset: 0 }
                && body[i + 2].Opcode == Opcode.I32LtU)
            {
                return body[i].Int32;
            }
        }

        throw new LinkException("The C library's heap is kept differently from what Skiff knows: free does not compare with its lowest address.");
    }

    private static Function Define(Module module, string name) =>
        module.Add(new Function(new FunctionType([], [ValType.I32])) { Name = name });
}
