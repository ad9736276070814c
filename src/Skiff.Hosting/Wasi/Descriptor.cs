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

    /// <summary>Reads at the current position.</summary>
    public virtual Errno Read(WasiContext context, Span<byte> buffer, out int count)
    {
        count = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Writes all bytes at the current position.</summary>
    public virtual Errno Write(ReadOnlySpan<byte> bytes, out int count)
    {
        count = 0;
        return Errno.BadDescriptor;
    }

    public virtual void Dispose()
    {
    }
}
