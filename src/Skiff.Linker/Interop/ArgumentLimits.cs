using Skiff.Wasm;

namespace Skiff.Linker.Interop;

/// <summary>
/// The interpreter ends the program when it calls native code with more than twelve integers or twelve floats, although
/// all that comes after can take more: the canonical ABI has functions with sixteen of each and an address.
/// </summary>
internal static class ArgumentLimits
{
    // INTERP_ICALL_TRAMP_IARGS and INTERP_ICALL_TRAMP_FARGS.
    private const int Most = 12;

    private const string Interpreter = "mono_interp_exec_method";
    private const string Log = "monoeg_g_log_disabled";

    /// <summary>Whether a native function has more arguments than the interpreter lets through.</summary>
    public static bool IsExceeded(NativeSignature signature)
    {
        int floats = signature.Parameters.Count(parameter => parameter is NativeType.Float32 or NativeType.Float64);
        int integers = signature.Parameters.Sum(parameter => parameter switch
        {
            NativeType.Float32 or NativeType.Float64 => 0,
            NativeType.Int64 => 2,
            _ => 1,
        });
        return integers > Most || floats > Most;
    }

    /// <summary>Takes the limits out of the interpreter's code.</summary>
    /// <exception cref="AppLinkException">They are not where this linker knows them to be.</exception>
    public static void Remove(Module module)
    {
        InstructionList body = module.FindFunction(Interpreter)?.Body ?? throw Moved();
        int found = 0;
        for (int i = 1; i + 6 < body.Count; i++)
        {
            if (IsLimit(body, i))
            {
                body[i] = Instruction.I32Const(int.MaxValue);
                found++;
            }
        }

        if (found != 2)
        {
            throw Moved();
        }
    }

    // A comparison with the limit, and then the end: a level, a file, a line, and the call that logs them.
    private static bool IsLimit(InstructionList body, int index) =>
        body[index].Opcode == Opcode.I32Const
        && ((body[index].Int32, body[index + 1].Opcode, body[index + 2].Opcode) is (Most, Opcode.I32GtS, Opcode.If) or (Most + 1, Opcode.I32LtS, Opcode.BrIf))
        && body[index - 1].Opcode == Opcode.LocalGet
        && body[index + 6] is { Operand: Function { Name: Log } };

    private static AppLinkException Moved() => new(
        LinkError.InvalidRuntimePack,
        $"the interpreter of the runtime does not limit the arguments of native functions to {Most} in the way that this linker knows; take the runtime pack of this linker's own version");
}
