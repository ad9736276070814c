using System.Buffers.Binary;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>Functions on descriptors that the standard streams have too.</summary>
internal static unsafe partial class Preview1
{
    /// <summary><c>fd_close(fd)</c>.</summary>
    private static Errno FdClose(WasiContext context, RawValue* values)
    {
        // The engine's table has every number that is open, so that both give out the same free ones.
        Errno errno = context.Native?.Call(NativeFile.FdClose, values) ?? Errno.BadDescriptor;
        if (context.Descriptors.Remove(values[0].UInt32, out Descriptor? descriptor))
        {
            descriptor.Dispose();
            return Errno.Success;
        }

        return errno;
    }

    /// <summary><c>fd_renumber(from, to)</c>: <c>to</c> is closed and becomes what <c>from</c> was.</summary>
    private static Errno FdRenumber(WasiContext context, RawValue* values)
    {
        uint from = values[0].UInt32, to = values[1].UInt32;
        Errno errno = context.Native is { } native
            ? native.Call(NativeFile.FdRenumber, values)
            : context.Descriptors.TryGet(from, out _) && context.Descriptors.TryGet(to, out _) ? Errno.Success : Errno.BadDescriptor;
        if (errno != Errno.Success || from == to)
        {
            return errno;
        }

        if (context.Descriptors.Remove(to, out Descriptor? replaced))
        {
            replaced.Dispose();
        }

        if (context.Descriptors.Remove(from, out Descriptor? moved))
        {
            context.Descriptors.Add(to, moved);
        }

        return Errno.Success;
    }

    /// <summary><c>fd_fdstat_get(fd, stat)</c>: kind, flags and rights of a descriptor.</summary>
    /// <remarks><code>fdstat, 24 bytes: type u8 | flags u16 at 2 | rights u64 at 8 | inheriting rights u64 at 16</code></remarks>
    private static Errno FdFdstatGet(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Native(context, NativeFile.FdFdstatGet, values);
        }

        Span<byte> stat = context.Memory.Slice(values[1].UInt32, 24);
        stat.Clear();
        stat[0] = (byte)descriptor.Type;
        BinaryPrimitives.WriteUInt16LittleEndian(stat[2..], (ushort)descriptor.Flags);
        BinaryPrimitives.WriteUInt64LittleEndian(stat[8..], (ulong)descriptor.Rights);
        BinaryPrimitives.WriteUInt64LittleEndian(stat[16..], (ulong)descriptor.InheritingRights);
        return Errno.Success;
    }

    /// <summary><c>fd_filestat_get(fd, stat)</c>: what is known of an open file.</summary>
    private static Errno FdFilestatGet(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Native(context, NativeFile.FdFilestatGet, values);
        }

        Span<byte> target = context.Memory.Slice(values[1].UInt32, FileStatus.Size);
        Errno errno = descriptor.Stat(out FileStatus status);
        if (errno == Errno.Success)
        {
            status.Write(target);
        }

        return errno;
    }

    /// <summary><c>fd_read(fd, iovs, iovs_len, nread)</c>: reads at the current position.</summary>
    private static Errno FdRead(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Native(context, NativeFile.FdRead, values);
        }

        LinearMemory memory = context.Memory;
        Span<byte> result = memory.Slice(values[3].UInt32, sizeof(uint));
        Errno errno = descriptor.Read(context, new GuestVectors(memory, values[1].UInt32, values[2].UInt32), out uint count);
        BinaryPrimitives.WriteUInt32LittleEndian(result, count);
        return errno;
    }

    /// <summary><c>fd_write(fd, iovs, iovs_len, nwritten)</c>: writes at the current position.</summary>
    private static Errno FdWrite(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Native(context, NativeFile.FdWrite, values);
        }

        LinearMemory memory = context.Memory;
        Span<byte> result = memory.Slice(values[3].UInt32, sizeof(uint));
        Errno errno = descriptor.Write(context, new GuestVectors(memory, values[1].UInt32, values[2].UInt32), out uint count);
        BinaryPrimitives.WriteUInt32LittleEndian(result, count);
        return errno;
    }

    private static Errno Native(WasiContext context, NativeFile function, RawValue* values) =>
        context.Native?.Call(function, values) ?? Errno.BadDescriptor;
}
