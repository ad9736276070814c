using System.Diagnostics;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    private const uint Realtime = 0;
    private const uint Monotonic = 1;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary><c>clock_res_get(id, resolution)</c>: the resolution of a clock in nanoseconds.</summary>
    private static Errno ClockResGet(WasiContext context, RawValue* values)
    {
        ulong resolution;
        switch (values[0].UInt32)
        {
            case Realtime or Monotonic when context.Determinism is not null:
                resolution = Determinism.Step;
                break;
            case Realtime:
                resolution = (ulong)(NanosecondsPerSecond / TimeSpan.TicksPerSecond);
                break;
            case Monotonic:
                resolution = (ulong)Math.Max(1, NanosecondsPerSecond / Stopwatch.Frequency);
                break;
            default:
                return Errno.Invalid;
        }

        context.Memory.WriteUInt64(values[1].UInt32, resolution);
        return Errno.Success;
    }

    /// <summary><c>clock_time_get(id, precision, time)</c>: the time of a clock in nanoseconds.</summary>
    private static Errno ClockTimeGet(WasiContext context, RawValue* values)
    {
        if (!TryGetTime(context, values[0].UInt32, out ulong time))
        {
            return Errno.Invalid;
        }

        context.Memory.WriteUInt64(values[2].UInt32, time);
        return Errno.Success;
    }

    /// <summary>Nanoseconds since 1970 of the realtime clock, since the guest's beginning of the monotonic one. Others are not offered.</summary>
    private static bool TryGetTime(WasiContext context, uint clock, out ulong time)
    {
        switch (clock)
        {
            case Realtime or Monotonic when context.Determinism is { } determinism:
                time = determinism.ReadTime();
                return true;
            case Realtime:
                time = (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * (ulong)(NanosecondsPerSecond / TimeSpan.TicksPerSecond);
                return true;
            case Monotonic:
                long elapsed = Stopwatch.GetTimestamp() - context.MonotonicOrigin;
                time = Stopwatch.Frequency == NanosecondsPerSecond
                    ? (ulong)elapsed
                    : (ulong)((Int128)elapsed * NanosecondsPerSecond / Stopwatch.Frequency);
                return true;
            default:
                time = 0;
                return false;
        }
    }
}
