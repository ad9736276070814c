using Skiff.Wasm;

namespace Skiff.Linker.Interop;

/// <summary>
/// What a call into the interpreter has on the C stack: eight bytes for each argument, eight for the result, and, of a
/// method with many parameters, the addresses of the arguments.
/// </summary>
/// <param name="Result">Where the result goes, counted from the frame's start.</param>
/// <param name="Addresses">Where the addresses of the arguments are; null if they are passed one by one.</param>
/// <param name="Size">The frame's bytes, a multiple of 16.</param>
/// <param name="Entry">The type of the interpreter's function for it.</param>
internal sealed record CallFrame(int Result, int? Addresses, int Size, FunctionType Entry)
{
    private const int SlotSize = 8;
    private const int Alignment = 16;

    // The runtime's MAX_INTERP_ENTRY_ARGS: beyond, all methods have one entry function, for a list of addresses.
    private const int MostSingleAddresses = 8;

    /// <summary>Lays out the frame for a signature.</summary>
    public static CallFrame Of(NativeSignature signature)
    {
        int count = signature.Parameters.Length;
        bool hasResult = signature.Result != NativeType.Void;
        int result = count * SlotSize;
        int end = result + (hasResult ? SlotSize : 0);
        bool isMany = count > MostSingleAddresses;
        // Object, result, list and method; or result, arguments and method.
        int parameters = isMany ? 4 : count + (hasResult ? 2 : 1);
        int size = end + (isMany ? count * sizeof(int) : 0);
        return new CallFrame(
            result, isMany ? end : null, (size + Alignment - 1) & ~(Alignment - 1), new FunctionType(Enumerable.Repeat(ValType.I32, parameters)));
    }

    /// <summary>Where an argument is.</summary>
    public static int Argument(int index) => index * SlotSize;
}
