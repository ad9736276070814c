using System.Diagnostics;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Streams;

/// <summary>
/// Puts the many small writes of a guest in full spate together, since each costs a system call and wakes the reader.
/// Nobody has to wait for what was written: single writes go straight through, and no byte stays here for longer than
/// <see cref="Patience"/>, nor when the guest waits for something, writes elsewhere or ends.
/// </summary>
/// <remarks>
/// An error of a write that was put off is the answer to the next one, as with any file that the system caches.
/// </remarks>
internal sealed class CoalescingChannel : OutputChannel, IDisposable
{
    private const int Capacity = 32 << 10;

    // Writes that follow so many others without a pause are put together.
    private const int Spate = 8;

    /// <summary>How long a byte may stay: too short for a person to notice.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan s_exitPatience = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly OutputChannel _target;
    private readonly TimeSpan _patience;
    private readonly byte[] _buffer = new byte[Capacity];
    private int _used;
    private int _successive;
    private long _lastWrite;
    private bool _isTimerSet;
    private Timer? _timer;
    private Errno _error;

    /// <summary>Puts writes to a channel together.</summary>
    /// <param name="target">The channel.</param>
    /// <param name="patience">How long a byte may stay here, and how long a pause ends a spate.</param>
    public CoalescingChannel(OutputChannel target, TimeSpan patience)
    {
        _target = target;
        _patience = patience;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public override bool IsTerminal => _target.IsTerminal;

    public override Errno Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (TakeError() is var earlier && earlier != Errno.Success)
            {
                return earlier;
            }

            long now = Stopwatch.GetTimestamp();
            _successive = Stopwatch.GetElapsedTime(_lastWrite, now) < _patience ? _successive + 1 : 0;
            _lastWrite = now;
            if (_successive < Spate || bytes.Length > Capacity - _used)
            {
                FlushBuffer();
                earlier = TakeError();
                if (earlier != Errno.Success)
                {
                    return earlier;
                }

                if (_successive < Spate || bytes.Length > Capacity)
                {
                    return _target.Write(bytes);
                }
            }

            bytes.CopyTo(_buffer.AsSpan(_used));
            _used += bytes.Length;
            if (!_isTimerSet)
            {
                _isTimerSet = true;
                _timer ??= new Timer(static state => ((CoalescingChannel)state!).OnTimer(), this, Timeout.Infinite, Timeout.Infinite);
                _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            }

            return Errno.Success;
        }
    }

    public override void Flush()
    {
        lock (_gate)
        {
            FlushBuffer();
        }
    }

    public override Errno Complete()
    {
        lock (_gate)
        {
            FlushBuffer();
            return TakeError();
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        lock (_gate)
        {
            FlushBuffer();
            _timer?.Dispose();
        }
    }

    // A reader that has stopped reading must not keep the process from ending.
    private void OnProcessExit(object? sender, EventArgs arguments)
    {
        if (Volatile.Read(ref _used) > 0)
        {
            Task.Run(Flush).Wait(s_exitPatience);
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _isTimerSet = false;
            FlushBuffer();
        }
    }

    private void FlushBuffer()
    {
        if (_used > 0)
        {
            Errno error = _target.Write(_buffer.AsSpan(0, _used));
            _used = 0;
            _error = _error == Errno.Success ? error : _error;
        }
    }

    private Errno TakeError()
    {
        Errno error = _error;
        _error = Errno.Success;
        return error;
    }
}
