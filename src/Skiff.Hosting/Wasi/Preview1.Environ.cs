using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    /// <summary><c>environ_get(environ, environ_buf)</c>: <c>NAME=value</c> into the buffer, their addresses into the array.</summary>
    private static Errno EnvironGet(WasiContext context, RawValue* values) =>
        WriteStrings(context.Memory, context.Environment, values[0].UInt32, values[1].UInt32);

    /// <summary><c>environ_sizes_get(count, environ_buf_size)</c>: how many variables and how many bytes.</summary>
    private static Errno EnvironSizesGet(WasiContext context, RawValue* values) =>
        WriteSizes(context.Memory, context.Environment, values[0].UInt32, values[1].UInt32);
}
