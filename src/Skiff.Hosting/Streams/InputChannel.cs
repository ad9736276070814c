namespace Skiff.Hosting.Streams;

/// <summary>An open input of a guest.</summary>
internal abstract class InputChannel
{
    /// <summary>Whether a person types it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Reads ahead, for guests that wait for more than input.</summary>
    public InputPump Pump => field ?? Interlocked.CompareExchange(ref field, new InputPump(this), null) ?? field;

    /// <summary>Reads at least one byte unless at the end, and blocks until there is one.</summary>
    /// <returns>The number of bytes; 0 at the end, and for an empty buffer.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public abstract int Read(Span<byte> buffer);
}
