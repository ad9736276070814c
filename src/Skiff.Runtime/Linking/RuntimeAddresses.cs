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
        Define(module, "skiff_icu_locale").Body.I32Const(IcuLocale(module));
        Define(module, "skiff_interpreter_tiers").Body.I32Const(InterpreterTiers(module));
        Define(module, "skiff_class_image").Body.I32Const(ClassImage(module));
        Define(module, "skiff_major_blocks").Body.I32Const(MajorBlocks(module));
        Define(module, "skiff_major_block_sizes").Body.I32Const(MajorBlockSizes(module)).Access(Opcode.I32Load, module.Memories.Single());
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

    /// <summary>
    /// The address of the name of the environment's locale in ICU, which is asked for once: after its second lock,
    /// <c>Locale::getDefault</c> looks there first and later stores it.
    /// </summary>
    private static int IcuLocale(Module module)
    {
        var body = module.GetFunction("icu::Locale::getDefault()").Body;
        var locks = 0;
        for (var i = 0; i + 1 < body.Count; i++)
        {
            if (body[i].Opcode == Opcode.Call && body[i].Function.Name == "umtx_lock")
            {
                locks++;
            }

            if (locks == 2
                && body[i].Opcode == Opcode.I32Const
                && body[i + 1] is { Opcode: Opcode.I32Load, MemoryArgument.Offset: 0 }
                && Stores(body, i + 2, body[i].Int32))
            {
                return body[i].Int32;
            }
        }

        throw new LinkException("ICU keeps the environment's locale differently from what Skiff knows: Locale::getDefault does not look for it behind a lock.");
    }

    /// <summary>
    /// The address of the flag that says whether the interpreter compiles methods in tiers: <c>mono_interp_get_imethod</c>
    /// looks there last, and has a new method compiled well from the beginning when it is not set.
    /// </summary>
    private static int InterpreterTiers(Module module)
    {
        var body = module.GetFunction("mono_interp_get_imethod").Body;
        for (var i = body.Count - 3; i >= 0; i--)
        {
            if (body[i].Opcode == Opcode.I32Const
                && body[i + 1] is { Opcode: Opcode.I32Load8U, MemoryArgument.Offset: 0 }
                && body[i + 2].Opcode == Opcode.I32Eqz)
            {
                return body[i].Int32;
            }
        }

        throw new LinkException("The interpreter decides differently from what Skiff knows how well to compile a method: mono_interp_get_imethod looks at no flag.");
    }

    /// <summary>
    /// Where in a class the pointer to its image lies: <c>mono_class_get_first_method_idx</c> reads it, then a flag of the
    /// image.
    /// </summary>
    private static int ClassImage(Module module)
    {
        var body = module.GetFunction("mono_class_get_first_method_idx").Body;
        for (var i = 0; i + 2 < body.Count; i++)
        {
            if (body[i].Opcode == Opcode.LocalGet && body[i + 1].Opcode == Opcode.I32Load && body[i + 2].Opcode == Opcode.I32Load8U)
            {
                return (int)body[i + 1].MemoryArgument.Offset;
            }
        }

        throw new LinkException("The runtime's classes are laid out differently from what Skiff knows: mono_class_get_first_method_idx does not read an image.");
    }

    /// <summary>
    /// The address of the lists of blocks with free slots, of which <c>alloc_obj</c> begins by choosing one, and checks
    /// that the layout of a block is the one that the personality knows.
    /// </summary>
    private static int MajorBlocks(Module module)
    {
        const int freeSlot = 12;
        const int next = 16;
        var body = module.GetFunction("alloc_obj").Body;
        var knowsBlock = body.Exists(i => i is { Opcode: Opcode.I32Store, MemoryArgument.Offset: freeSlot })
            && body.Exists(i => i is { Opcode: Opcode.I32Store, MemoryArgument.Offset: next });
        for (var i = 0; knowsBlock && i + 4 < body.Count; i++)
        {
            if (body[i].Opcode == Opcode.I32Or
                && body[i + 1].Opcode == Opcode.I32Const
                && body[i + 2].Opcode == Opcode.I32Add
                && body[i + 3] is { Opcode: Opcode.I32Load, MemoryArgument.Offset: 0 }
                && body[i + 4].Opcode == Opcode.I32Add)
            {
                return body[i + 1].Int32;
            }
        }

        throw new LinkException("The collector keeps its blocks differently from what Skiff knows: alloc_obj does not choose a list of those with free slots.");
    }

    /// <summary>The address of the number of sizes of slots, up to which <c>ms_find_block_obj_size_index</c> looks.</summary>
    private static int MajorBlockSizes(Module module)
    {
        var body = module.GetFunction("ms_find_block_obj_size_index").Body;
        var load = body.FindIndex(i => i is { Opcode: Opcode.I32Load, MemoryArgument.Offset: 0 });
        return load > 0 && body[load - 1].Opcode == Opcode.I32Const
            ? body[load - 1].Int32
            : throw new LinkException("The collector keeps the sizes of slots differently from what Skiff knows: ms_find_block_obj_size_index does not begin by reading how many there are.");
    }

    private static bool Stores(InstructionList body, int start, int address)
    {
        for (var i = start; i + 2 < body.Count; i++)
        {
            if (body[i].Opcode == Opcode.I32Const && body[i].Int32 == address && body[i + 2].Opcode == Opcode.I32Store)
            {
                return true;
            }
        }

        return false;
    }

    private static Function Define(Module module, string name) =>
        module.Add(new Function(new FunctionType([], [ValType.I32])) { Name = name });
}
