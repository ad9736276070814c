namespace Skiff.Hosting.Wasi;

/// <summary>What a file descriptor of a guest stands for. An operation that a kind of descriptor does not have fails.</summary>
internal abstract class Descriptor : IDisposable
{
    /// <summary>What it is, as <c>fd_fdstat_get</c> tells.</summary>
    public abstract FileType Type { get; }

    /// <summary>How it reads and writes.</summary>
    public virtual FdFlags Flags => FdFlags.None;

    /// <summary>What may be done with it.</summary>
    public abstract Rights Rights { get; }

    /// <summary>What may be done with what is opened through it.</summary>
    public virtual Rights InheritingRights => Rights;

    /// <summary>What the operations on files answer that this has not: not a descriptor for them, or no position.</summary>
    protected virtual Errno Unsupported => Errno.BadDescriptor;

    /// <summary>Reads at the current position, at least one byte unless at the end.</summary>
    public virtual Errno Read(WasiContext context, in GuestVectors vectors, out uint count)
    {
        count = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Writes at the current position, at least one byte.</summary>
    public virtual Errno Write(WasiContext context, in GuestVectors vectors, out uint count)
    {
        count = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Reads at a position.</summary>
    public virtual Errno ReadAt(in GuestVectors vectors, ulong position, out uint count)
    {
        count = 0;
        return Unsupported;
    }

    /// <summary>Writes at a position.</summary>
    public virtual Errno WriteAt(in GuestVectors vectors, ulong position, out uint count)
    {
        count = 0;
        return Unsupported;
    }

    /// <summary>Moves the position; <paramref name="whence"/> is 0 for the beginning, 1 for the current position, 2 for the end.</summary>
    public virtual Errno Seek(long offset, uint whence, out ulong position)
    {
        position = 0;
        return Unsupported;
    }

    /// <summary>What is known of the file.</summary>
    public virtual Errno Stat(out FileStatus status)
    {
        status = new FileStatus { Type = Type };
        return Errno.Success;
    }

    /// <summary>Changes how it reads and writes.</summary>
    public virtual Errno SetFlags(FdFlags flags) => Errno.BadDescriptor;

    /// <summary>Changes the file's length.</summary>
    public virtual Errno SetLength(ulong length) => Errno.BadDescriptor;

    /// <summary>Changes the file's times.</summary>
    public virtual Errno SetTimes(in FileTimes times) => Errno.BadDescriptor;

    /// <summary>Makes room for a range.</summary>
    public virtual Errno Allocate(ulong offset, ulong length) => Errno.BadDescriptor;

    /// <summary>Tells how a range will be used.</summary>
    public virtual Errno Advise(ulong offset, ulong length, byte advice) => Unsupported;

    /// <summary>Writes to the device what is not there yet.</summary>
    /// <param name="dataOnly">Whether the length and times may be left out.</param>
    public virtual Errno Synchronize(bool dataOnly) => Errno.BadDescriptor;

    public virtual void Dispose()
    {
    }
}
