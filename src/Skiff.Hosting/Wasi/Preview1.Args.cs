using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    /// <summary><c>args_get(argv, argv_buf)</c>: the arguments into the buffer, their addresses into the array.</summary>
    private static Errno ArgsGet(WasiContext context, RawValue* values) =>
        WriteStrings(context.Memory, context.Arguments, values[0].UInt32, values[1].UInt32);

    /// <summary><c>args_sizes_get(argc, argv_buf_size)</c>: how many arguments and how many bytes.</summary>
    private static Errno ArgsSizesGet(WasiContext context, RawValue* values) =>
        WriteSizes(context.Memory, context.Arguments, values[0].UInt32, values[1].UInt32);

    private static Errno WriteStrings(LinearMemory memory, byte[][] strings, uint pointers, uint buffer)
    {
        foreach (byte[] text in strings)
        {
            memory.WriteUInt32(pointers, buffer);
            text.CopyTo(memory.Slice(buffer, (uint)text.Length));
            pointers += sizeof(uint);
            buffer += (uint)text.Length;
        }

        return Errno.Success;
    }

    private static Errno WriteSizes(LinearMemory memory, byte[][] strings, uint count, uint size)
    {
        memory.WriteUInt32(count, (uint)strings.Length);
        memory.WriteUInt32(size, (uint)strings.Sum(text => text.Length));
        return Errno.Success;
    }
}
