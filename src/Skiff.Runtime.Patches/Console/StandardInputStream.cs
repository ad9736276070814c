extern alias SystemConsole;
using Microsoft.Win32.SafeHandles;
using SystemConsole::System.IO;

namespace Skiff.Runtime.Console;

/// <summary>Standard input, which the event loop waits for.</summary>
[AddTo(Bcl.Console)]
internal sealed class StandardInputStream() : ConsoleStream(FileAccess.Read)
{
    // It closes nothing: other streams may stand for standard input, too.
    private readonly SafeFileHandle _handle = new(0, ownsHandle: false);

    public override int Read(Span<byte> buffer) => StandardStreams.Read(_handle, buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // As Read does: it refuses what was closed.
        ValidateRead([], 0, 0);
        return StandardStreams.ReadAsync(_handle, buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateRead(buffer, offset, count);
        return StandardStreams.ReadAsync(_handle, buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(ReadAsync(buffer, offset, count, default), callback, state);

    public override int EndRead(IAsyncResult asyncResult) => TaskToAsyncResult.End<int>(asyncResult);
}
