using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>Functions on sockets, of which a guest is given none.</summary>
internal static unsafe partial class Preview1
{
    /// <summary>Any of <c>sock_accept</c>, <c>sock_recv</c>, <c>sock_send</c>, <c>sock_shutdown</c>.</summary>
    private static Errno NoSocket(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out _) ? Errno.NotSocket : Errno.BadDescriptor;
}
