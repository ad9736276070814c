using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Waiting, by <c>poll_oneoff</c>: the host sleeps, nothing spins.</summary>
internal static unsafe class Poll
{
    private const ulong NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Subscriptions that need no memory besides.</summary>
    private const int Few = 8;

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
    /// queued and returns 1 at once. Else it returns 0, when one of <paramref name="waits"/> is ready or
    /// <paramref name="milliseconds"/> have passed; without waits it has slept that long, with some it may be back early.
    /// It calls no other managed code, so waits may nest.
    /// </summary>
    /// <param name="waits">What is waited for besides time; null for nothing. Those that are ready are marked.</param>
    /// <param name="milliseconds">
    /// How long; 0 to see what is ready now, which may take a moment (<see cref="Host.Glance"/>); negative for ever, which
    /// needs something else to wait for.
    /// </param>
    [UnmanagedCallersOnly(EntryPoint = "runtime.SystemNative_LowLevelMonitor_TimedWait")]
    internal static int TimedWait(HostWaits* waits, int milliseconds)
    {
        if (_backgroundWork)
        {
            _backgroundWork = false;
            Runtime.RunBackgroundWork();
            return 1;
        }

        if (waits != null && waits->Count > 0)
        {
            if (!MarkReady(waits))
            {
                Any(waits, milliseconds);
            }
        }
        else if (milliseconds > 0)
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

    /// <summary>Marks what is ready without asking the host: a file never waits, and what is not there says so when it is read.</summary>
    /// <returns>Whether anything is.</returns>
    private static bool MarkReady(HostWaits* waits)
    {
        bool any = false;
        for (int i = 0; i < waits->Count; i++)
        {
            HostWait* wait = waits->Items + i;
            wait->Ready = 0;
            if (wait->Type != Subscription.Pollable)
            {
                OpenFile* file = Descriptors.Get(wait->Number);
                if (file == null || file->Host < 0 || file->FileType is FileType.RegularFile or FileType.Directory)
                {
                    wait->Ready = 1;
                    any = true;
                }
            }
        }

        return any;
    }

    /// <summary>Waits until the host says that something is ready or the time has passed.</summary>
    private static void Any(HostWaits* waits, int milliseconds)
    {
        uint count = (uint)waits->Count + (milliseconds < 0 ? 0U : 1U);
        uint size = count * (uint)(sizeof(Subscription) + sizeof(Event));
        byte* few = stackalloc byte[Few * (sizeof(Subscription) + sizeof(Event))];
        byte* memory = count <= Few ? few : (byte*)Process.Allocate(size);
        Subscription* subscriptions = (Subscription*)memory;
        Event* events = (Event*)(subscriptions + count);
        Text.Clear(memory, size);
        for (int i = 0; i < waits->Count; i++)
        {
            HostWait* wait = waits->Items + i;
            subscriptions[i].UserData = (ulong)i;
            subscriptions[i].Type = wait->Type;
            subscriptions[i].Fd = wait->Type == Subscription.Pollable ? wait->Number : Descriptors.Get(wait->Number)->Host;
        }

        if (milliseconds >= 0)
        {
            Subscription* time = subscriptions + waits->Count;
            time->UserData = (ulong)waits->Count;
            time->Type = Subscription.Clock;
            time->ClockId = Clock.Monotonic;
            time->Timeout = milliseconds == 0 ? Host.Glance : (ulong)milliseconds * NanosecondsPerMillisecond;
        }

        uint occurred = 0;
        int errno = Wasi.PollOneoff(subscriptions, events, count, &occurred);
        if (errno == Errno.Success && occurred > 0)
        {
            for (uint i = 0; i < occurred; i++)
            {
                Mark(waits, (uint)events[i].UserData, events[i].Error);
            }
        }
        else if (errno != Errno.Interrupted)
        {
            MarkAll(waits);
        }

        if (memory != few)
        {
            Runtime.Free(memory);
        }
    }

    /// <summary>An error is for whoever reads or writes; where the host has no such clock, nothing can be waited for.</summary>
    private static void Mark(HostWaits* waits, uint index, ushort error)
    {
        if (index < (uint)waits->Count)
        {
            waits->Items[index].Ready = 1;
        }
        else if (error != Errno.Success)
        {
            MarkAll(waits);
        }
    }

    /// <summary>A host that cannot wait for what it was asked to, waits where it is read or written.</summary>
    private static void MarkAll(HostWaits* waits)
    {
        for (int i = 0; i < waits->Count; i++)
        {
            waits->Items[i].Ready = 1;
        }
    }

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
