using System.Text;
using Microsoft.Win32.SafeHandles;
using Skiff.Runtime.Threading;

namespace Skiff.Runtime.Console;

/// <summary>
/// <c>Console.In</c>. An asynchronous call waits as such. A blocking one lets other work run, which may read too: so
/// nothing that was read is ever anywhere but in the buffer until a call takes all that it gives. Asynchronous calls
/// take their turns, and a blocking one comes after those before it.
/// </summary>
[AddTo(Bcl.Console)]
internal sealed class StandardInputReader(Encoding encoding) : TextReader
{
    private const int ByteCount = 4096;

    private readonly SafeFileHandle _handle = new(StandardStreams.StandardInput, ownsHandle: false);

    private readonly byte[] _bytes = new byte[ByteCount];
    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly int _mostChars = encoding.GetMaxCharCount(ByteCount);
    private readonly SemaphoreSlim _turn = new(1, 1);

    // What waits for more. As soon as there is more, all of it looks: it may be for each.
    private readonly List<HostWait> _waits = [];

    // What was read and not taken: from _start to _end, of which there is no end of a line before _searched.
    private char[] _chars = [];
    private int _start;
    private int _end;
    private int _searched;

    // The last line ended with a carriage return: a line feed that comes next is part of its end.
    private bool _skipsLineFeed;

    // The end was reached, and no call has told of it.
    private bool _hasEnded;
    private bool _isClosed;

    private delegate bool Take<T>(StandardInputReader reader, Memory<char> buffer, out T result);

    public override int Peek() => Block<int>(TryPeek, default);

    public override int Read() => Block<int>(TryReadChar, default);

    public override int Read(char[] buffer, int index, int count)
    {
        Validate(buffer, index, count);
        return Block<int>(TryRead, buffer.AsMemory(index, count));
    }

    public override int ReadBlock(char[] buffer, int index, int count)
    {
        Validate(buffer, index, count);
        return Block<int>(TryReadBlock, buffer.AsMemory(index, count));
    }

    public override string? ReadLine() => Block<string?>(TryReadLine, default);

    public override string ReadToEnd() => Block<string>(TryReadToEnd, default);

    public override Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        Validate(buffer, index, count);
        return Await<int>(TryRead, buffer.AsMemory(index, count), default).AsTask();
    }

    public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        Await<int>(TryRead, buffer, cancellationToken);

    public override Task<int> ReadBlockAsync(char[] buffer, int index, int count)
    {
        Validate(buffer, index, count);
        return Await<int>(TryReadBlock, buffer.AsMemory(index, count), default).AsTask();
    }

    public override ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        Await<int>(TryReadBlock, buffer, cancellationToken);

    public override Task<string?> ReadLineAsync() => Await<string?>(TryReadLine, default, default).AsTask();

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => Await<string?>(TryReadLine, default, cancellationToken);

    public override Task<string> ReadToEndAsync() => ReadToEndAsync(default);

    public override Task<string> ReadToEndAsync(CancellationToken cancellationToken) => Await<string>(TryReadToEnd, default, cancellationToken).AsTask();

    protected override void Dispose(bool disposing) => _isClosed = true;

    private static void Validate(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (buffer.Length - index < count)
        {
            throw new ArgumentException("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        }
    }

    private static bool TryPeek(StandardInputReader reader, Memory<char> buffer, out int result) => reader.TryTakeChar(keep: true, out result);

    private static bool TryReadChar(StandardInputReader reader, Memory<char> buffer, out int result) => reader.TryTakeChar(keep: false, out result);

    private static bool TryRead(StandardInputReader reader, Memory<char> buffer, out int result)
    {
        result = Math.Min(buffer.Length, reader._end - reader._start);
        if (result == 0 && buffer.Length > 0)
        {
            return reader.TakeEnd();
        }

        reader._chars.AsSpan(reader._start, result).CopyTo(buffer.Span);
        reader.Advance(result);
        return true;
    }

    private static bool TryReadBlock(StandardInputReader reader, Memory<char> buffer, out int result)
    {
        if (reader._end - reader._start >= buffer.Length)
        {
            return TryRead(reader, buffer, out result);
        }

        result = 0;
        return reader._hasEnded && (reader._end > reader._start ? TryRead(reader, buffer, out result) : reader.TakeEnd());
    }

    private static bool TryReadLine(StandardInputReader reader, Memory<char> buffer, out string? result)
    {
        ReadOnlySpan<char> chars = reader._chars.AsSpan(reader._start, reader._end - reader._start);
        int length = chars[(reader._searched - reader._start)..].IndexOfAny('\r', '\n');
        if (length >= 0)
        {
            length += reader._searched - reader._start;
            result = new string(chars[..length]);
            bool isReturn = chars[length] == '\r';
            reader.Advance(length + 1);
            reader._skipsLineFeed = isReturn;
            reader.SkipLineFeed();
            return true;
        }

        reader._searched = reader._end;
        result = null;
        return reader._hasEnded && (chars.IsEmpty ? reader.TakeEnd() : TryReadToEnd(reader, buffer, out result));
    }

    private static bool TryReadToEnd(StandardInputReader reader, Memory<char> buffer, out string result)
    {
        result = "";
        if (!reader._hasEnded)
        {
            return false;
        }

        result = new string(reader._chars, reader._start, reader._end - reader._start);
        reader.Advance(result.Length);
        return reader.TakeEnd();
    }

    private bool TryTakeChar(bool keep, out int result)
    {
        if (_start == _end)
        {
            result = -1;
            return TakeEnd();
        }

        result = _chars[_start];
        if (!keep)
        {
            Advance(1);
        }

        return true;
    }

    // Whether the end is here. What follows it, as at a terminal, is for the next call.
    private bool TakeEnd()
    {
        bool ended = _hasEnded;
        _hasEnded = false;
        return ended;
    }

    private void Advance(int count)
    {
        _start += count;
        _searched = _start;
    }

    private void SkipLineFeed()
    {
        if (_skipsLineFeed && _start < _end)
        {
            _skipsLineFeed = false;
            Advance(_chars[_start] == '\n' ? 1 : 0);
        }
    }

    private T Block<T>(Take<T> take, Memory<char> buffer)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_turn.CurrentCount == 0)
        {
            _turn.Wait();
            _turn.Release();
        }

        // The turn is not kept: what runs during the wait must be able to have it.
        T result;
        while (!take(this, buffer, out result))
        {
            if (EventLoop.IsIdle || HostWait.IsReadable(StandardStreams.StandardInput))
            {
                Fill();
            }
            else
            {
                BeginWait(default).RunUntilCompleted();
            }
        }

        return result;
    }

    private ValueTask<T> Await<T>(Take<T> take, Memory<char> buffer, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        return _turn.CurrentCount > 0 && take(this, buffer, out T result) ? new ValueTask<T>(result) : AwaitTurn(take, buffer, cancellationToken);
    }

    private async ValueTask<T> AwaitTurn<T>(Take<T> take, Memory<char> buffer, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            T result;
            while (!take(this, buffer, out result))
            {
                if (HostWait.IsReadable(StandardStreams.StandardInput))
                {
                    Fill();
                }
                else
                {
                    await BeginWait(cancellationToken).Task.ConfigureAwait(false);
                }
            }

            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    private HostWait BeginWait(CancellationToken cancellationToken)
    {
        HostWait wait = HostWait.Readable(StandardStreams.StandardInput, cancellationToken);
        _waits.Add(wait);
        return wait;
    }

    private void Fill()
    {
        int count = StandardStreams.ReadNow(_handle, _bytes);
        Reserve();
        _end += _decoder.GetChars(_bytes.AsSpan(0, count), _chars.AsSpan(_end), flush: count == 0);
        _hasEnded = count == 0;
        SkipLineFeed();
        foreach (HostWait wait in _waits)
        {
            wait.Complete();
        }

        _waits.Clear();
    }

    // Makes room behind what there is.
    private void Reserve()
    {
        if (_chars.Length - _end >= _mostChars)
        {
            return;
        }

        int used = _end - _start;
        char[] target = _chars.Length >= 2 * (used + _mostChars) ? _chars : new char[2 * (used + _mostChars)];
        _chars.AsSpan(_start, used).CopyTo(target);
        _chars = target;
        _searched -= _start;
        _end = used;
        _start = 0;
    }
}
