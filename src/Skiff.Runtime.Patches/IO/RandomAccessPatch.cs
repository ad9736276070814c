using System.IO.Strategies;
using Microsoft.Win32.SafeHandles;
using Skiff.Runtime.Threading;

namespace Skiff.Runtime.IO;

/// <summary>Reading files. One that has no positions, such as a pipe, may have to be waited for, and other work runs meanwhile.</summary>
[Patch(Bcl.CoreLib, "System.IO.RandomAccess")]
internal static class RandomAccessPatch
{
    public static unsafe int ReadAtOffset(SafeFileHandle handle, Span<byte> buffer, long fileOffset)
    {
        fixed (byte* start = buffer)
        {
            int count = -1;
            if (handle.SupportsRandomAccess)
            {
                count = Interop.Sys.PRead(handle, start, buffer.Length, fileOffset);
                if (count < 0 && Interop.Sys.GetLastErrorInfo().Error is Interop.Error.ENXIO or Interop.Error.ESPIPE)
                {
                    handle.SupportsRandomAccess = false;
                }
            }

            if (!handle.SupportsRandomAccess)
            {
                HostWait.RunUntilReadable((int)handle.DangerousGetHandle());
                count = Interop.Sys.Read(handle, start, buffer.Length);
            }

            FileStreamHelpers.CheckFileCall(count, handle.Path);
            return count;
        }
    }

    public static ValueTask<int> ReadAtOffsetAsync(SafeFileHandle handle, Memory<byte> buffer, long fileOffset, CancellationToken cancellationToken, OSFileStreamStrategy strategy) =>
        handle.SupportsRandomAccess
            ? handle.GetThreadPoolValueTaskSource().QueueRead(buffer, fileOffset, cancellationToken, strategy)
            : ReadWhenReadableAsync(handle, buffer, fileOffset, cancellationToken);

    private static async ValueTask<int> ReadWhenReadableAsync(SafeFileHandle handle, Memory<byte> buffer, long fileOffset, CancellationToken cancellationToken)
    {
        while (!HostWait.IsReadable((int)handle.DangerousGetHandle()))
        {
            await HostWait.Readable((int)handle.DangerousGetHandle(), cancellationToken).Task.ConfigureAwait(false);
        }

        return RandomAccess.ReadAtOffset(handle, buffer.Span, fileOffset);
    }
}
