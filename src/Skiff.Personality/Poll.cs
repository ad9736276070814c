using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Waiting, by <c>poll_oneoff</c>: the host sleeps, nothing spins.</summary>
internal static unsafe class Poll
{
    private const ulong NanosecondsPerMillisecond = 1_000_000;

    /// <summary>The runtime asked for <see cref="Runtime.RunBackgroundWork"/>, and it has not run since.</summary>
    private static bool _backgroundWork;

    /// <summary><c>schedule_background_exec</c>: the runtime has finalizers to run when the program next waits.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.schedule_background_exec")]
    internal static void ScheduleBackgroundWork() => _backgroundWork = true;

    /// <summary><c>mono_wasm_schedule_timer</c>: timers are managed, and the base class library never calls this.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_schedule_timer")]
    internal static void ScheduleTimer(int milliseconds) => Process.Missing("mono_wasm_schedule_timer"u8);

    /// <summary>
    /// <c>SystemNative_LowLevelMonitor_TimedWait</c>, the one function that managed waits stand on. Runs what the runtime
    /// queued and returns 1 at once, or sleeps <paramref name="milliseconds"/> and returns 0. It calls no other managed
    /// code, so waits may nest.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.SystemNative_LowLevelMonitor_TimedWait")]
    internal static int TimedWait(void* monitor, int milliseconds)
    {
        if (_backgroundWork)
        {
            _backgroundWork = false;
            Runtime.RunBackgroundWork();
            return 1;
        }

        if (milliseconds > 0)
        {
            Sleep((ulong)milliseconds * NanosecondsPerMillisecond);
        }

        return 0;
    }

    /// <summary>Sleeps. A host may wake early (a signal, a coarse clock): the rest is slept too.</summary>
    internal static void Sleep(ulong nanoseconds)
    {
        ulong start = Clock.Now();
        ulong elapsed = 0;
        while (elapsed < nanoseconds)
        {
            Subscription subscription;
            Text.Clear(&subscription, (uint)sizeof(Subscription));
            subscription.Type = Subscription.Clock;
            subscription.ClockId = Clock.Monotonic;
            subscription.Timeout = nanoseconds - elapsed;
            int errno = Wait(&subscription);
            if (errno != Errno.Success && errno != Errno.Interrupted)
            {
                Process.Die("the host cannot sleep: poll_oneoff failed with errno "u8, (uint)errno);
            }

            ulong now = Clock.Now();
            elapsed = now > start ? now - start : 0;
        }
    }

    /// <summary>Waits until a host's descriptor has data or is at its end; an <see cref="Errno"/>.</summary>
    internal static int Readable(int host) => Descriptor(host, Subscription.FdRead);

    /// <summary>Waits until a host's descriptor takes data; an <see cref="Errno"/>.</summary>
    internal static int Writable(int host) => Descriptor(host, Subscription.FdWrite);

    private static int Descriptor(int host, byte type)
    {
        Subscription subscription;
        Text.Clear(&subscription, (uint)sizeof(Subscription));
        subscription.Type = type;
        subscription.Fd = host;
        return Wait(&subscription);
    }

    private static int Wait(Subscription* subscription)
    {
        Event occurred;
        occurred.Error = 0;
        uint count = 0;
        int errno = Wasi.PollOneoff(subscription, &occurred, 1, &count);
        return errno == Errno.Success && count > 0 ? occurred.Error : errno;
    }
}
