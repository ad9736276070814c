namespace Skiff.Hosting.Streams;

/// <summary>An open input of a guest.</summary>
internal abstract class InputChannel
{
    /// <summary>Whether a person types it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Whether one can wait for it without reading (<see cref="WaitReadable"/>).</summary>
    public virtual bool CanWait => false;

    /// <summary>
    /// The most bytes to read ahead where one cannot: of what another program may read on after the guest, no more than
    /// it takes to know that there is something.
    /// </summary>
    public virtual int MostAhead => 4096;

    /// <summary>Waits and reads ahead, for guests that wait for more than input.</summary>
    public InputPump Pump => field ?? Interlocked.CompareExchange(ref field, new InputPump(this), null) ?? field;

    /// <summary>Reads at least one byte unless at the end, and blocks until there is one.</summary>
    /// <returns>The number of bytes; 0 at the end, and for an empty buffer.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public abstract int Read(Span<byte> buffer);

    /// <summary>Waits until a read would not block, where <see cref="CanWait"/>.</summary>
    /// <param name="milliseconds">How long; -1 for ever.</param>
    /// <returns>False when the time is over, or something interrupted the wait.</returns>
    public virtual bool WaitReadable(int milliseconds) => throw new NotSupportedException();
}
