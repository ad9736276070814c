using System.Security.Cryptography;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    /// <summary><c>random_get(buf, buf_len)</c>: bytes fit for keys.</summary>
    private static Errno RandomGet(WasiContext context, RawValue* values)
    {
        Span<byte> buffer = context.Memory.Slice(values[0].UInt32, values[1].UInt32);
        if (context.Determinism is { } determinism)
        {
            determinism.Fill(buffer);
            return Errno.Success;
        }

        // On Linux .NET's generator is OpenSSL's, whose loading costs more than a small guest's whole life.
        if (!OperatingSystem.IsLinux() || !Libc.TryGetRandom(buffer))
        {
            RandomNumberGenerator.Fill(buffer);
        }

        return Errno.Success;
    }
}
