using System.Text;

namespace Skiff.Runtime;

/// <summary>
/// What <c>TextWriter.Synchronized</c> gives: a writer that is done with each call before it returns, the asynchronous
/// ones too, so that calls cannot overlap.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal sealed class SyncTextWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override IFormatProvider FormatProvider => writer.FormatProvider;

    public override string NewLine
    {
        get => writer.NewLine;
        set => writer.NewLine = value;
    }

    public override void Close() => writer.Close();

    public override void Flush() => writer.Flush();

    public override ValueTask DisposeAsync()
    {
        writer.Dispose();
        return default;
    }

    public override void Write(char value) => writer.Write(value);

    public override void Write(char[]? buffer) => writer.Write(buffer);

    public override void Write(ReadOnlySpan<char> buffer) => writer.Write(buffer);

    public override void Write(bool value) => writer.Write(value);

    public override void Write(int value) => writer.Write(value);

    public override void Write(uint value) => writer.Write(value);

    public override void Write(long value) => writer.Write(value);

    public override void Write(ulong value) => writer.Write(value);

    public override void Write(float value) => writer.Write(value);

    public override void Write(double value) => writer.Write(value);

    public override void Write(decimal value) => writer.Write(value);

    public override void Write(string? value) => writer.Write(value);

    public override void Write(object? value) => writer.Write(value);

    public override void Write(StringBuilder? value) => writer.Write(value);

    public override void Write(char[] buffer, int index, int count) => writer.Write(buffer, index, count);

    public override void Write(string format, object? arg0) => writer.Write(format, arg0);

    public override void Write(string format, object? arg0, object? arg1) => writer.Write(format, arg0, arg1);

    public override void Write(string format, object? arg0, object? arg1, object? arg2) => writer.Write(format, arg0, arg1, arg2);

    public override void Write(string format, params object?[] arg) => writer.Write(format, arg);

    public override void Write(string format, params ReadOnlySpan<object?> arg) => writer.Write(format, arg);

    public override void WriteLine() => writer.WriteLine();

    public override void WriteLine(char value) => writer.WriteLine(value);

    public override void WriteLine(char[]? buffer) => writer.WriteLine(buffer);

    public override void WriteLine(ReadOnlySpan<char> buffer) => writer.WriteLine(buffer);

    public override void WriteLine(bool value) => writer.WriteLine(value);

    public override void WriteLine(int value) => writer.WriteLine(value);

    public override void WriteLine(uint value) => writer.WriteLine(value);

    public override void WriteLine(long value) => writer.WriteLine(value);

    public override void WriteLine(ulong value) => writer.WriteLine(value);

    public override void WriteLine(float value) => writer.WriteLine(value);

    public override void WriteLine(double value) => writer.WriteLine(value);

    public override void WriteLine(decimal value) => writer.WriteLine(value);

    public override void WriteLine(string? value) => writer.WriteLine(value);

    public override void WriteLine(object? value) => writer.WriteLine(value);

    public override void WriteLine(StringBuilder? value) => writer.WriteLine(value);

    public override void WriteLine(char[] buffer, int index, int count) => writer.WriteLine(buffer, index, count);

    public override void WriteLine(string format, object? arg0) => writer.WriteLine(format, arg0);

    public override void WriteLine(string format, object? arg0, object? arg1) => writer.WriteLine(format, arg0, arg1);

    public override void WriteLine(string format, object? arg0, object? arg1, object? arg2) => writer.WriteLine(format, arg0, arg1, arg2);

    public override void WriteLine(string format, params object?[] arg) => writer.WriteLine(format, arg);

    public override void WriteLine(string format, params ReadOnlySpan<object?> arg) => writer.WriteLine(format, arg);

    public override Task WriteAsync(char value)
    {
        writer.Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        writer.Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        writer.Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(StringBuilder? value, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        writer.Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        writer.Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync()
    {
        writer.WriteLine();
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(char value)
    {
        writer.WriteLine(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(string? value)
    {
        writer.WriteLine(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(char[] buffer, int index, int count)
    {
        writer.WriteLine(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(StringBuilder? value, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        writer.WriteLine(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        writer.WriteLine(buffer.Span);
        return Task.CompletedTask;
    }

    public override Task FlushAsync()
    {
        writer.Flush();
        return Task.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        writer.Flush();
        return Task.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            writer.Dispose();
        }
    }
}
