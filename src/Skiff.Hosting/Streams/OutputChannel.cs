using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Streams;

/// <summary>An open output of a guest.</summary>
internal abstract class OutputChannel
{
    /// <summary>Whether a person reads it.</summary>
    public abstract bool IsTerminal { get; }

    /// <summary>Writes all the bytes, at once or soon.</summary>
    /// <returns>
    /// <see cref="Errno.Success"/>, or why nothing more can be written; <see cref="Errno.Pipe"/> ends the guest.
    /// </returns>
    public abstract Errno Write(ReadOnlySpan<byte> bytes);

    /// <summary>Writes now what was put off. An error is the answer to the next write.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Writes now what was put off, at the guest's end.</summary>
    /// <returns><see cref="Errno.Success"/>, or why not everything is written.</returns>
    public virtual Errno Complete() => Errno.Success;
}
