using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Streams;

/// <summary>An open output of a guest.</summary>
internal abstract class OutputChannel
{
    /// <summary>Whether a person reads it.</summary>
    public abstract bool IsTerminal { get; }

    /// <summary>Writes all the bytes.</summary>
    /// <returns>
    /// <see cref="Errno.Success"/>, or why nothing more can be written; <see cref="Errno.Pipe"/> ends the guest.
    /// </returns>
    public abstract Errno Write(ReadOnlySpan<byte> bytes);
}
