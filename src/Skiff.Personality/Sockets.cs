using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The C library's sockets. Preview1 cannot make one, so no descriptor ever is one.</summary>
internal static unsafe class Sockets
{
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_socket")]
    internal static int Socket(int domain, int type, int protocol, int unused1, int unused2, int unused3) => -Errno.AddressFamilyNotSupported;

    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_connect")]
    internal static int Connect(int fd, void* address, uint size, int unused1, int unused2, int unused3) => -Errno.NotSocket;

    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_sendto")]
    internal static int SendTo(int fd, void* message, uint length, int flags, void* address, uint size) => -Errno.NotSocket;

    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_recvfrom")]
    internal static int ReceiveFrom(int fd, void* buffer, uint length, int flags, void* address, uint* size) => -Errno.NotSocket;
}
