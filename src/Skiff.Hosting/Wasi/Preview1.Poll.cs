using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    private const uint SubscriptionSize = 48;
    private const uint EventSize = 32;
    private const ushort AbsoluteTime = 1;

    private enum EventType : byte
    {
        Clock = 0,
        Read = 1,
        Write = 2,
    }

    /// <summary>
    /// <c>poll_oneoff(in, out, nsubscriptions, nevents)</c>: waits until at least one of the subscriptions has an event, then
    /// gives all events there are.
    /// </summary>
    /// <remarks>
    /// <code>
    /// subscription, 48 bytes: userdata u64 | tag u8 at 8 | clock: id u32 at 16, timeout u64 at 24, precision u64 at 32, flags u16 at 40
    ///                                                    | read, write: descriptor u32 at 16
    /// event, 32 bytes:        userdata u64 | errno u16 at 8 | type u8 at 10 | bytes u64 at 16 | flags u16 at 24
    /// </code>
    /// </remarks>
    private static Errno PollOneoff(WasiContext context, RawValue* values)
    {
        uint subscriptionAddress = values[0].UInt32, eventAddress = values[1].UInt32, count = values[2].UInt32;
        if (count == 0)
        {
            return Errno.Invalid;
        }

        if ((ulong)count * SubscriptionSize > int.MaxValue)
        {
            return Errno.Fault;
        }

        // Both ranges are checked before anything waits; the host's own list is then no larger than the guest's.
        LinearMemory memory = context.Memory;
        _ = memory.Slice(eventAddress, count * EventSize);
        _ = memory.Slice(subscriptionAddress, count * SubscriptionSize);
        var subscriptions = new Subscription[count];
        for (uint i = 0; i < count; i++)
        {
            if (!TryReadSubscription(context, subscriptionAddress + (i * SubscriptionSize), out subscriptions[i]))
            {
                return Errno.Invalid;
            }
        }

        uint events = 0;
        while (true)
        {
            ulong wait = ulong.MaxValue;
            foreach (ref readonly Subscription subscription in subscriptions.AsSpan())
            {
                if (!subscription.HasEvent(context, ref wait, out ulong bytes))
                {
                    continue;
                }

                Span<byte> target = context.Memory.Slice(eventAddress + (events++ * EventSize), EventSize);
                target.Clear();
                BitConverter.TryWriteBytes(target, subscription.UserData);
                BitConverter.TryWriteBytes(target[8..], (ushort)subscription.Error);
                target[10] = (byte)subscription.Type;
                BitConverter.TryWriteBytes(target[16..], bytes);
            }

            if (events > 0)
            {
                break;
            }

            context.FlushOutputs();
            Wait(context, [.. subscriptions.Where(subscription => subscription.Input is not null).Select(subscription => subscription.Input!.Request())], wait);
        }

        context.Memory.WriteUInt32(values[3].UInt32, events);
        return Errno.Success;
    }

    private static bool TryReadSubscription(WasiContext context, uint address, out Subscription subscription)
    {
        LinearMemory memory = context.Memory;
        subscription = new Subscription { UserData = memory.ReadUInt64(address), Type = (EventType)memory.ReadByte(address + 8) };
        switch (subscription.Type)
        {
            case EventType.Clock:
                subscription.Clock = memory.ReadUInt32(address + 16);
                subscription.Deadline = memory.ReadUInt64(address + 24);
                if (!TryGetTime(context, subscription.Clock, out ulong now))
                {
                    subscription.Error = Errno.Invalid;
                }
                else if ((memory.ReadUInt16(address + 40) & AbsoluteTime) == 0)
                {
                    subscription.Deadline = subscription.Deadline > ulong.MaxValue - now ? ulong.MaxValue : now + subscription.Deadline;
                }

                return true;

            case EventType.Read or EventType.Write:
                uint number = memory.ReadUInt32(address + 16);
                if (context.Descriptors.TryGet(number, out Descriptor? descriptor))
                {
                    subscription.Input = subscription.Type == EventType.Read ? descriptor as InputDescriptor : null;
                }
                else if (context.Native is not { } native || !native.IsOpen(number))
                {
                    subscription.Error = Errno.BadDescriptor;
                }

                return true;

            default:
                return false;
        }
    }

    /// <summary>Blocks until one of the inputs can be read, the time is over or the guest is interrupted.</summary>
    private static void Wait(WasiContext context, Task[] inputs, ulong nanoseconds)
    {
        if (context.Determinism is { } determinism && nanoseconds != ulong.MaxValue)
        {
            determinism.Wait(nanoseconds);
            return;
        }

        // Rounded up: a sleep may be longer than asked for, never shorter.
        const ulong nanosecondsPerMillisecond = 1_000_000;
        ulong rounded = (nanoseconds / nanosecondsPerMillisecond) + (nanoseconds % nanosecondsPerMillisecond == 0 ? 0UL : 1UL);
        int milliseconds = nanoseconds == ulong.MaxValue && inputs.Length > 0 ? Timeout.Infinite : (int)Math.Min(rounded, int.MaxValue);
        if (inputs.Length > 0)
        {
            Task.WaitAny(inputs, milliseconds, context.Interruption.Token);
        }
        else if (context.Interruption.IsPossible)
        {
            context.Interruption.Token.WaitHandle.WaitOne(milliseconds);
            context.Interruption.Token.ThrowIfCancellationRequested();
        }
        else
        {
            Thread.Sleep(milliseconds);
        }
    }

    /// <summary>One thing that a guest waits for.</summary>
    private struct Subscription
    {
        public ulong UserData;
        public EventType Type;
        public Errno Error;
        public uint Clock;
        public ulong Deadline;
        public InputDescriptor? Input;

        /// <summary>Whether there is something to tell; if not, <paramref name="wait"/> is lowered to when there will be.</summary>
        public readonly bool HasEvent(WasiContext context, ref ulong wait, out ulong bytes)
        {
            bytes = 0;
            if (Error != Errno.Success)
            {
                return true;
            }

            if (Type == EventType.Clock)
            {
                TryGetTime(context, Clock, out ulong now);
                wait = Math.Min(wait, Deadline > now ? Deadline - now : 0);
                return Deadline <= now;
            }

            if (Input is null)
            {
                // Files and outputs make no program wait.
                bytes = 1;
                return true;
            }

            // When nothing may depend on chance, a program that looks for input waits for it.
            bool ready = context.Determinism is not null || Input.Request().IsCompleted;
            bytes = ready ? (ulong)Input.Available : 0;
            return ready;
        }
    }
}
