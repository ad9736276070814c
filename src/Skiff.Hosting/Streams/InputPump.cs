namespace Skiff.Hosting.Streams;

/// <summary>
/// Waits for an input on the thread pool, so that a guest can wait for input and for a deadline, an interruption or a
/// clock at once. Where one can only wait by reading, it reads ahead; nothing is read before it is asked for.
/// </summary>
internal sealed class InputPump(InputChannel source)
{
    private readonly Lock _gate = new();
    private readonly byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _atEnd;
    private Exception? _failure;
    private TaskCompletionSource? _reading;

    /// <summary>Whether anything was ever asked for; from then on every read must come through here.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Asks for input, unless there is some or some is on its way.</summary>
    /// <param name="most">The most bytes to read ahead, where it has to.</param>
    /// <returns>Completes when a read would not block.</returns>
    public Task Request(int most)
    {
        lock (_gate)
        {
            HasStarted = true;
            if (_start < _end || _atEnd || _failure is not null || IsReadable)
            {
                return Task.CompletedTask;
            }

            if (_reading is null)
            {
                _reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                int count = Math.Clamp(most, 1, _buffer.Length);
                ThreadPool.UnsafeQueueUserWorkItem(static state => state.Pump.ReadAhead(state.Count), (Pump: this, Count: count), preferLocal: false);
            }

            return _reading.Task;
        }
    }

    /// <summary>The bytes that a read would give now, or one where that is not known; 0 at the end.</summary>
    public int Available
    {
        get
        {
            lock (_gate)
            {
                return _start < _end ? _end - _start : IsReadable ? 1 : 0;
            }
        }
    }

    private bool IsReadable => source.CanWait && source.WaitReadable(0);

    /// <summary>Takes what there is.</summary>
    /// <returns>False where a read would block.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool TryRead(Span<byte> buffer, out int count)
    {
        lock (_gate)
        {
            count = Math.Min(buffer.Length, _end - _start);
            if (count > 0)
            {
                _buffer.AsSpan(_start, count).CopyTo(buffer);
                _start += count;
                return true;
            }

            if (_failure is { } failure)
            {
                throw new IOException(failure.Message, failure);
            }

            if (source.CanWait)
            {
                bool readable = source.WaitReadable(0);
                count = readable ? source.Read(buffer) : 0;
                return readable;
            }

            // The end of a terminal's or a growing file's input is the end of one read, not of all.
            bool ended = _atEnd;
            _atEnd = false;
            return ended;
        }
    }

    private void ReadAhead(int count)
    {
        int read = 0;
        Exception? failure = null;
        try
        {
            if (source.CanWait)
            {
                while (!source.WaitReadable(Timeout.Infinite))
                {
                }

                Complete();
                return;
            }

            read = source.Read(_buffer.AsSpan(0, count));
        }
        catch (Exception exception)
        {
            // Whoever reads next gets it.
            failure = exception;
        }

        lock (_gate)
        {
            (_start, _end) = (0, read);
            _failure = failure;
            _atEnd = read == 0 && failure is null;
        }

        Complete();
    }

    private void Complete()
    {
        lock (_gate)
        {
            _reading!.SetResult();
            _reading = null;
        }
    }
}
