namespace Skiff.Runtime.Threading;

/// <summary>
/// Something of the host that is waited for: that a descriptor has data or room, or that a pollable of WASI 0.2 is
/// ready. The event loop waits for all of them, and for time, at once; whose turn has come completes its task, so what
/// awaits that runs as any other work does.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal sealed unsafe class HostWait : TaskCompletionSource
{
    // The numbers that preview 1 has for types of events, and one more.
    private const byte Read = 1;
    private const byte Write = 2;
    private const byte Pollable = 3;

    private static readonly List<HostWait> s_waits = [];

    private readonly Entry _entry;
    private CancellationTokenRegistration _cancellation;

    private HostWait(Entry entry)
        : base(TaskCreationOptions.RunContinuationsAsynchronously) => _entry = entry;

    /// <summary>Whether anything is waited for.</summary>
    public static bool Any => s_waits.Count > 0;

    /// <summary>
    /// Begins to wait until <paramref name="descriptor"/> has data or is at its end. A read may still have to wait, as when
    /// another one has taken what there was.
    /// </summary>
    public static HostWait Readable(int descriptor, CancellationToken cancellationToken) => Begin(descriptor, Read, cancellationToken);

    /// <summary>Begins to wait until <paramref name="descriptor"/> has room for what is written, or can take no more.</summary>
    public static HostWait Writable(int descriptor, CancellationToken cancellationToken) => Begin(descriptor, Write, cancellationToken);

    /// <summary>Begins to wait for a handle of <c>wasi:io/poll</c>, which must stay until the task has ended (WASI 0.2 only).</summary>
    public static HostWait Ready(int pollable, CancellationToken cancellationToken) => Begin(pollable, Pollable, cancellationToken);

    /// <summary>Whether <paramref name="descriptor"/> can be read at once.</summary>
    public static bool IsReadable(int descriptor)
    {
        Entry entry = new() { Number = descriptor, Type = Read };
        while (Wait(&entry, 1, 0))
        {
        }

        return entry.IsReady != 0;
    }

    /// <summary>
    /// Runs other work until <paramref name="descriptor"/> can be read. When there is none at all it returns at once: a
    /// read waits just as well.
    /// </summary>
    public static void RunUntilReadable(int descriptor)
    {
        while (!EventLoop.IsIdle && !IsReadable(descriptor))
        {
            Readable(descriptor, default).RunUntilCompleted();
        }
    }

    /// <summary>Waits until something is ready or the time has passed, and completes what is.</summary>
    /// <param name="milliseconds">How long; negative for ever.</param>
    /// <returns>Whether there is anything new to run.</returns>
    public static bool Poll(int milliseconds)
    {
        HostWait[] waits = [.. s_waits];
        var entries = new Entry[waits.Length];
        for (int i = 0; i < waits.Length; i++)
        {
            entries[i] = waits[i]._entry;
        }

        bool isNew;
        fixed (Entry* start = entries)
        {
            isNew = Wait(start, waits.Length, milliseconds);
        }

        for (int i = 0; i < waits.Length; i++)
        {
            if (entries[i].IsReady != 0)
            {
                waits[i].Complete();
                isNew = true;
            }
        }

        return isNew;
    }

    /// <summary>Runs other work until this has ended.</summary>
    public void RunUntilCompleted()
    {
        try
        {
            EventLoop.RunUntil(static wait => ((HostWait)wait).Task.IsCompleted, this, Timeout.Infinite);
        }
        finally
        {
            Complete();
        }
    }

    /// <summary>Ends the wait, if it has not ended.</summary>
    public void Complete()
    {
        s_waits.Remove(this);
        _cancellation.Dispose();
        TrySetResult();
    }

    private static HostWait Begin(int number, byte type, CancellationToken cancellationToken)
    {
        var wait = new HostWait(new Entry { Number = number, Type = type });
        s_waits.Add(wait);
        wait._cancellation = cancellationToken.UnsafeRegister(static (wait, token) => ((HostWait)wait!).Cancel(token), wait);
        return wait;
    }

    /// <summary>Waits natively; false unless the runtime's background work was run instead.</summary>
    private static bool Wait(Entry* entries, int count, int milliseconds)
    {
        var list = new Entries { Count = count, Items = entries };
        return Interop.Sys.LowLevelMonitor_TimedWait((nint)(&list), milliseconds);
    }

    private void Cancel(CancellationToken token)
    {
        s_waits.Remove(this);
        TrySetCanceled(token);
    }

    // The personality's HostWait and HostWaits.
    private struct Entry
    {
        public int Number;
        public byte Type;
        public byte IsReady;
    }

    private struct Entries
    {
        public int Count;
        public Entry* Items;
    }
}
