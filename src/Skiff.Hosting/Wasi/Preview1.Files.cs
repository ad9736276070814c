using System.Buffers.Binary;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi.Linux;

namespace Skiff.Hosting.Wasi;

/// <summary>Functions on open files and directories.</summary>
internal static unsafe partial class Preview1
{
    /// <summary><c>fd_advise(fd, offset, len, advice)</c>.</summary>
    private static Errno FdAdvise(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor)
            ? descriptor.Advise(values[1].UInt64, values[2].UInt64, (byte)Math.Min(values[3].UInt32, byte.MaxValue))
            : Errno.BadDescriptor;

    /// <summary><c>fd_allocate(fd, offset, len)</c>.</summary>
    private static Errno FdAllocate(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor)
            ? descriptor.Allocate(values[1].UInt64, values[2].UInt64)
            : Errno.BadDescriptor;

    /// <summary><c>fd_datasync(fd)</c>.</summary>
    private static Errno FdDatasync(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor) ? descriptor.Synchronize(dataOnly: true) : Errno.BadDescriptor;

    /// <summary><c>fd_sync(fd)</c>.</summary>
    private static Errno FdSync(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor) ? descriptor.Synchronize(dataOnly: false) : Errno.BadDescriptor;

    /// <summary><c>fd_fdstat_set_flags(fd, flags)</c>: only append and non-blocking can change.</summary>
    private static Errno FdFdstatSetFlags(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor) ? descriptor.SetFlags((FdFlags)values[1].UInt32) : Errno.BadDescriptor;

    /// <summary><c>fd_fdstat_set_rights(fd, rights, inheriting)</c>: rights are not kept, as in the engine's own WASI.</summary>
    private static Errno FdFdstatSetRights(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out _) ? Errno.NotSupported : Errno.BadDescriptor;

    /// <summary><c>fd_filestat_set_size(fd, size)</c>.</summary>
    private static Errno FdFilestatSetSize(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor) ? descriptor.SetLength(values[1].UInt64) : Errno.BadDescriptor;

    /// <summary><c>fd_filestat_set_times(fd, atim, mtim, flags)</c>.</summary>
    private static Errno FdFilestatSetTimes(WasiContext context, RawValue* values) =>
        context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor)
            ? descriptor.SetTimes(new FileTimes(values[1].UInt64, values[2].UInt64, (TimeFlags)values[3].UInt32))
            : Errno.BadDescriptor;

    /// <summary><c>fd_pread(fd, iovs, iovs_len, offset, nread)</c>: reads at an offset; the current position stays.</summary>
    private static Errno FdPread(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Errno.BadDescriptor;
        }

        LinearMemory memory = context.Memory;
        Span<byte> result = memory.Slice(values[4].UInt32, sizeof(uint));
        Errno errno = descriptor.ReadAt(new GuestVectors(memory, values[1].UInt32, values[2].UInt32), values[3].UInt64, out uint count);
        BinaryPrimitives.WriteUInt32LittleEndian(result, count);
        return errno;
    }

    /// <summary><c>fd_pwrite(fd, iovs, iovs_len, offset, nwritten)</c>: writes at an offset; the current position stays.</summary>
    private static Errno FdPwrite(WasiContext context, RawValue* values)
    {
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor))
        {
            return Errno.BadDescriptor;
        }

        LinearMemory memory = context.Memory;
        Span<byte> result = memory.Slice(values[4].UInt32, sizeof(uint));
        Errno errno = descriptor.WriteAt(new GuestVectors(memory, values[1].UInt32, values[2].UInt32), values[3].UInt64, out uint count);
        BinaryPrimitives.WriteUInt32LittleEndian(result, count);
        return errno;
    }

    /// <summary><c>fd_seek(fd, offset, whence, position)</c>.</summary>
    private static Errno FdSeek(WasiContext context, RawValue* values) =>
        Seek(context, values[0].UInt32, values[1].Int64, values[2].UInt32, values[3].UInt32);

    /// <summary><c>fd_tell(fd, position)</c>.</summary>
    private static Errno FdTell(WasiContext context, RawValue* values) =>
        Seek(context, values[0].UInt32, offset: 0, whence: 1, values[1].UInt32);

    private static Errno Seek(WasiContext context, uint number, long offset, uint whence, uint target)
    {
        if (!context.Descriptors.TryGet(number, out Descriptor? descriptor))
        {
            return Errno.BadDescriptor;
        }

        Span<byte> result = context.Memory.Slice(target, sizeof(ulong));
        Errno errno = descriptor.Seek(offset, whence, out ulong position);
        if (errno == Errno.Success)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(result, position);
        }

        return errno;
    }

    /// <summary><c>fd_prestat_get(fd, prestat)</c>: the length of the name of a directory that was given from the start.</summary>
    /// <remarks><code>prestat, 8 bytes: tag u8, 0 for a directory | length u32 at 4</code></remarks>
    private static Errno FdPrestatGet(WasiContext context, RawValue* values)
    {
        if (!TryGetPreopen(context, values[0].UInt32, out byte[] name))
        {
            return Errno.BadDescriptor;
        }

        LinearMemory memory = context.Memory;
        memory.WriteUInt32(values[1].UInt32, 0);
        memory.WriteUInt32(values[1].UInt32 + 4, (uint)name.Length);
        return Errno.Success;
    }

    /// <summary><c>fd_prestat_dir_name(fd, path, path_len)</c>: that name.</summary>
    private static Errno FdPrestatDirName(WasiContext context, RawValue* values)
    {
        if (!TryGetPreopen(context, values[0].UInt32, out byte[] name))
        {
            return Errno.BadDescriptor;
        }

        if (values[2].UInt32 < name.Length)
        {
            return Errno.NameTooLong;
        }

        name.CopyTo(context.Memory.Slice(values[1].UInt32, (uint)name.Length));
        return Errno.Success;
    }

    private static bool TryGetPreopen(WasiContext context, uint number, out byte[] name)
    {
        name = context.Descriptors.TryGet(number, out Descriptor? descriptor) && descriptor is LinuxDirectory { PreopenName: { } found } ? found : [];
        return name.Length > 0;
    }

    /// <summary><c>fd_readdir(fd, buf, buf_len, cookie, bufused)</c>: entries of a directory.</summary>
    private static Errno FdReaddir(WasiContext context, RawValue* values)
    {
        Errno errno = Directory(context, values[0].UInt32, out LinuxDirectory directory);
        if (errno != Errno.Success)
        {
            return errno;
        }

        LinearMemory memory = context.Memory;
        Span<byte> buffer = memory.Slice(values[1].UInt32, values[2].UInt32);
        Span<byte> result = memory.Slice(values[4].UInt32, sizeof(uint));
        errno = directory.Entries(values[3].UInt64, out DirectoryEntries entries);
        if (errno == Errno.Success)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(result, (uint)entries.Write(buffer, values[3].UInt64));
        }

        return errno;
    }

    private static Errno Directory(WasiContext context, uint number, out LinuxDirectory directory)
    {
        directory = null!;
        if (!context.Descriptors.TryGet(number, out Descriptor? descriptor))
        {
            return Errno.BadDescriptor;
        }

        if (descriptor is not LinuxDirectory found)
        {
            return descriptor is LinuxFile ? Errno.NotDirectory : Errno.BadDescriptor;
        }

        directory = found;
        return Errno.Success;
    }
}
