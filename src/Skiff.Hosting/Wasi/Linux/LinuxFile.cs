using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary>An open file that is no directory.</summary>
internal sealed unsafe class LinuxFile : Descriptor
{
    // IOV_MAX
    private const int MaxVectors = 1024;

    private readonly int _handle;
    private readonly bool _isReadable;
    private readonly bool _isWritable;
    private readonly bool _mayChange;
    private FdFlags _flags;

    /// <summary>Takes a descriptor over.</summary>
    /// <param name="handle">The descriptor.</param>
    /// <param name="type">What it is.</param>
    /// <param name="flags">How it was opened.</param>
    /// <param name="isReadable">Whether it was opened for reading.</param>
    /// <param name="isWritable">Whether it was opened for writing.</param>
    /// <param name="mayChange">Whether the directory it came from lets anything be changed.</param>
    public LinuxFile(int handle, FileType type, FdFlags flags, bool isReadable, bool isWritable, bool mayChange) =>
        (_handle, Type, _flags, _isReadable, _isWritable, _mayChange) = (handle, type, flags, isReadable, isWritable, mayChange);

    public override FileType Type { get; }

    public override FdFlags Flags => _flags;

    public override Rights Rights
    {
        get
        {
            Rights rights = Rights.All;
            if (!_isReadable)
            {
                rights &= ~(Rights.FdRead | Rights.FdReaddir);
            }

            return _isWritable ? rights : rights & ~Rights.FdWrite;
        }
    }

    public override Errno Read(WasiContext context, in GuestVectors vectors, out uint count)
    {
        count = 0;
        if (!_isReadable)
        {
            return Errno.BadDescriptor;
        }

        if (Type != FileType.RegularFile && context.Interruption.IsPossible && !_flags.HasFlag(FdFlags.NonBlocking))
        {
            // A pipe or a terminal may never have anything to read.
            while (!Libc.WaitReadable(_handle, milliseconds: 50))
            {
                context.Interruption.Token.ThrowIfCancellationRequested();
            }
        }

        return Transfer(vectors, null, &Readv, out count);

        static nint Readv(int handle, Vector* vectors, int count, long position) => LinuxCalls.readv(handle, vectors, count);
    }

    public override Errno Write(WasiContext context, in GuestVectors vectors, out uint count)
    {
        count = 0;
        return _isWritable ? Transfer(vectors, null, &Writev, out count) : Errno.BadDescriptor;

        static nint Writev(int handle, Vector* vectors, int count, long position) => LinuxCalls.writev(handle, vectors, count);
    }

    public override Errno ReadAt(in GuestVectors vectors, ulong position, out uint count)
    {
        count = 0;
        return _isReadable ? Transfer(vectors, position, &LinuxCalls.preadv, out count) : Errno.BadDescriptor;
    }

    public override Errno WriteAt(in GuestVectors vectors, ulong position, out uint count)
    {
        count = 0;
        return _isWritable ? Transfer(vectors, position, &LinuxCalls.pwritev, out count) : Errno.BadDescriptor;
    }

    public override Errno Seek(long offset, uint whence, out ulong position)
    {
        position = 0;
        if (whence > 2)
        {
            return Errno.Invalid;
        }

        long result = LinuxCalls.lseek(_handle, offset, (int)whence);
        if (result < 0)
        {
            return UnixErrno.Last();
        }

        position = (ulong)result;
        return Errno.Success;
    }

    public override Errno Stat(out FileStatus status) => LinuxDirectory.Stat(_handle, out status);

    public override Errno SetFlags(FdFlags flags)
    {
        if ((flags & (FdFlags.DataSync | FdFlags.ReadSync | FdFlags.Sync)) != (_flags & (FdFlags.DataSync | FdFlags.ReadSync | FdFlags.Sync)))
        {
            return Errno.Invalid; // no system changes these on an open file
        }

        int native = (flags.HasFlag(FdFlags.Append) ? LinuxCalls.Append : 0) | (flags.HasFlag(FdFlags.NonBlocking) ? LinuxCalls.NonBlocking : 0);
        if (LinuxCalls.fcntl(_handle, LinuxCalls.SetStatusFlags, native) < 0)
        {
            return UnixErrno.Last();
        }

        _flags = flags;
        return Errno.Success;
    }

    public override Errno SetLength(ulong length)
    {
        if (!_isWritable)
        {
            return Errno.Invalid;
        }

        return length > long.MaxValue ? Errno.Invalid : UnixErrno.Check(LinuxCalls.ftruncate(_handle, (long)length));
    }

    public override Errno SetTimes(in FileTimes times)
    {
        if (!_mayChange)
        {
            return Errno.NotPermitted;
        }

        if (!times.IsValid)
        {
            return Errno.Invalid;
        }

        Timespec* native = stackalloc Timespec[2];
        Timespec.Write(times, native);
        return UnixErrno.Check(LinuxCalls.futimens(_handle, native));
    }

    public override Errno Allocate(ulong offset, ulong length)
    {
        if (!_isWritable)
        {
            return Errno.BadDescriptor;
        }

        return offset > long.MaxValue || length > long.MaxValue
            ? Errno.FileTooBig
            : UnixErrno.Translate(LinuxCalls.posix_fallocate(_handle, (long)offset, (long)length));
    }

    public override Errno Advise(ulong offset, ulong length, byte advice)
    {
        if (advice > 5 || offset > long.MaxValue || length > long.MaxValue)
        {
            return Errno.Invalid;
        }

        // WASI has 1 for sequential and 2 for random, Linux the other way round.
        int native = advice is 1 or 2 ? 3 - advice : advice;
        return UnixErrno.Translate(LinuxCalls.posix_fadvise(_handle, (long)offset, (long)length, native));
    }

    public override Errno Synchronize(bool dataOnly) =>
        UnixErrno.Check(dataOnly ? LinuxCalls.fdatasync(_handle) : LinuxCalls.fsync(_handle));

    public override void Dispose()
    {
        _ = LinuxCalls.close(_handle);
        base.Dispose();
    }

    private Errno Transfer(in GuestVectors vectors, ulong? position, delegate*<int, Vector*, int, long, nint> call, out uint transferred)
    {
        transferred = 0;
        if (position > long.MaxValue)
        {
            return Errno.Invalid;
        }

        int count = Math.Min(vectors.Count, MaxVectors);
        Vector* native = stackalloc Vector[count];
        for (int i = 0; i < count; i++)
        {
            // The guest's memory does not move: it is outside of the garbage collector's heap.
            Span<byte> buffer = vectors[i];
            fixed (byte* start = buffer)
            {
                native[i] = new Vector { Start = start, Length = (nuint)buffer.Length };
            }
        }

        while (true)
        {
            nint result = call(_handle, native, count, (long)position.GetValueOrDefault());
            if (result >= 0)
            {
                transferred = (uint)result;
                return Errno.Success;
            }

            Errno errno = UnixErrno.Last();
            if (errno != Errno.Interrupted)
            {
                return errno;
            }
        }
    }
}
