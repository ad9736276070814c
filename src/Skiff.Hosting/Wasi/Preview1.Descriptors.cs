using System.Buffers.Binary;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    /// <summary><c>fd_close(fd)</c>.</summary>
    private static Errno FdClose(WasiContext context, RawValue* values)
    {
        Errno errno = Errno.Success;
        if (context.Native is { } native)
        {
            // The engine's table has every number that is open, so that both give out the same free ones.
            errno = native.Call(NativeFile.FdClose, values);
        }

        if (context.Descriptors.Remove(values[0].UInt32, out Descriptor? descriptor))
        {
            descriptor.Dispose();
            return Errno.Success;
        }

        return context.Native is null ? Errno.BadDescriptor : errno;
    }

    /// <summary><c>fd_renumber(from, to)</c>: <c>to</c> is closed and becomes what <c>from</c> was.</summary>
    private static Errno FdRenumber(WasiContext context, RawValue* values)
    {
        uint from = values[0].UInt32, to = values[1].UInt32;
        if (context.Native is { } native)
        {
            Errno errno = native.Call(NativeFile.FdRenumber, values);
            if (errno != Errno.Success)
            {
                return errno;
            }
        }
        else if (!context.Descriptors.TryGet(from, out _) || !context.Descriptors.TryGet(to, out _))
        {
            return Errno.BadDescriptor;
        }

        if (from != to)
        {
            if (context.Descriptors.Remove(to, out Descriptor? replaced))
            {
                replaced.Dispose();
            }

            if (context.Descriptors.Remove(from, out Descriptor? moved))
            {
                context.Descriptors.Add(to, moved);
            }
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

        Span<byte> stat = context.Memory.Slice(values[1].UInt32, 64);
        stat.Clear();
        stat[16] = (byte)descriptor.Type;
        return Errno.Success;
    }

    /// <summary><c>fd_read(fd, iovs, iovs_len, nread)</c>: reads into the first buffer that has room.</summary>
    private static Errno FdRead(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Native(context, NativeFile.FdRead, values);
        }

        LinearMemory memory = context.Memory;
        Span<byte> buffer = default;
        for (uint i = 0; i < values[2].UInt32 && buffer.IsEmpty; i++)
        {
            buffer = memory.Vector(values[1].UInt32, i);
        }

        Errno errno = descriptor.Read(context, buffer, out int count);
        if (errno == Errno.Success)
        {
            memory.WriteUInt32(values[3].UInt32, (uint)count);
        }

        return errno;
    }

    /// <summary><c>fd_write(fd, iovs, iovs_len, nwritten)</c>: writes the buffers one after the other.</summary>
    private static Errno FdWrite(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Native(context, NativeFile.FdWrite, values);
        }

        LinearMemory memory = context.Memory;
        uint total = 0;
        for (uint i = 0; i < values[2].UInt32; i++)
        {
            Span<byte> buffer = memory.Vector(values[1].UInt32, i);
            if (buffer.IsEmpty)
            {
                continue;
            }

            Errno errno = descriptor.Write(buffer, out int count);
            total += (uint)count;
            if (errno != Errno.Success && total == 0)
            {
                return errno;
            }

            if (errno != Errno.Success || count < buffer.Length)
            {
                break;
            }
        }

        memory.WriteUInt32(values[3].UInt32, total);
        return Errno.Success;
    }

    private static Errno Native(WasiContext context, NativeFile function, RawValue* values) =>
        context.Native is { } native ? native.Call(function, values) : Errno.BadDescriptor;
}
