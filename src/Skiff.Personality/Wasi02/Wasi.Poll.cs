namespace Skiff.Personality;

/// <content>Waiting: every subscription is a pollable, and all are waited for at once.</content>
internal static unsafe partial class Wasi
{
    /// <summary>Subscriptions that need no memory besides.</summary>
    private const uint Few = 16;

    internal static int PollOneoff(Subscription* subscriptions, Event* events, uint count, uint* occurred)
    {
        *occurred = 0;
        if (count == 0)
        {
            return Errno.Invalid;
        }

        int* few = stackalloc int[(int)Few];
        int* pollables = count <= Few ? few : (int*)Runtime.Allocate(count * sizeof(int));
        if (pollables == null)
        {
            return Errno.NoMemory;
        }

        // What cannot be waited for has occurred: a file is always ready, anything else is an error.
        for (uint i = 0; i < count; i++)
        {
            int errno = Subscribe(subscriptions + i, pollables + i);
            if (pollables[i] == HostFile.None)
            {
                Occur(subscriptions + i, (ushort)errno, events, occurred);
            }
        }

        if (*occurred == 0)
        {
            Await(subscriptions, pollables, count, events, occurred);
        }

        for (uint i = 0; i < count; i++)
        {
            if (subscriptions[i].Type == Subscription.Clock && pollables[i] != HostFile.None)
            {
                Pollables.Drop(pollables[i]);
            }
        }

        if (pollables != few)
        {
            Runtime.Free(pollables);
        }

        return Errno.Success;
    }

    private static void Await(Subscription* subscriptions, int* pollables, uint count, Event* events, uint* occurred)
    {
        if (count == 1)
        {
            Pollables.Block(pollables[0]);
            Occur(subscriptions, Errno.Success, events, occurred);
            return;
        }

        List ready;
        Pollables.Poll(pollables, count, &ready);
        for (uint i = 0; i < ready.Count; i++)
        {
            Occur(subscriptions + ((uint*)ready.Items)[i], Errno.Success, events, occurred);
        }

        ready.Free();
    }

    /// <summary>What becomes ready with a subscription, if there is something. That of a clock is new; a stream keeps its own.</summary>
    private static int Subscribe(Subscription* subscription, int* pollable)
    {
        *pollable = HostFile.None;
        if (subscription->Type == Subscription.Clock)
        {
            *pollable = Clocks.SubscribeDuration(subscription->Timeout);
            return Errno.Success;
        }

        if (subscription->Type == Subscription.Pollable)
        {
            *pollable = subscription->Fd;
            return Errno.Success;
        }

        HostFile* file = HostFiles.Get(subscription->Fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        // A stream goes one way only.
        bool reads = subscription->Type == Subscription.FdRead;
        if (file->Use != (reads ? HostFile.Input : HostFile.Output))
        {
            return file->Use == HostFile.File ? Errno.Success : Errno.BadDescriptor;
        }

        if (file->Pollable == HostFile.None)
        {
            file->Pollable = reads ? Streams.SubscribeInput(Handle(subscription->Fd, file)) : Streams.SubscribeOutput(Handle(subscription->Fd, file));
        }

        *pollable = file->Pollable;
        return Errno.Success;
    }

    private static void Occur(Subscription* subscription, ushort error, Event* events, uint* occurred)
    {
        Event* result = events + *occurred;
        Text.Clear(result, (uint)sizeof(Event));
        result->UserData = subscription->UserData;
        result->Type = subscription->Type;
        result->Error = error;
        (*occurred)++;
    }
}
