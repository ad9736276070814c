using System.Runtime.CompilerServices;

namespace Skiff.Runtime.Threading;

/// <summary>
/// Waiting for a pulse. There is one thread, so the lock need not be given up while it waits: what runs meanwhile
/// enters it again.
/// </summary>
[Patch(Bcl.CoreLib, "System.Threading.Monitor")]
internal static class MonitorPatch
{
    private static readonly ConditionalWeakTable<object, List<Waiter>> s_waiters = [];

    public static bool ObjWait(int millisecondsTimeout, object obj)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, Timeout.Infinite);
        if (!ObjectHeader.HasOwner(obj))
        {
            throw new SynchronizationLockException();
        }

        List<Waiter> waiters = s_waiters.GetOrCreateValue(obj);
        var waiter = new Waiter();
        waiters.Add(waiter);
        try
        {
            return EventLoop.RunUntil(static state => ((Waiter)state).Pulsed, waiter, millisecondsTimeout);
        }
        finally
        {
            waiters.Remove(waiter);
        }
    }

    public static void ObjPulse(object obj)
    {
        if (!ObjectHeader.HasOwner(obj))
        {
            throw new SynchronizationLockException();
        }

        if (s_waiters.TryGetValue(obj, out List<Waiter>? waiters) && waiters.Count > 0)
        {
            // The youngest: older waiters are further up the stack and go on only after it.
            waiters[^1].Pulsed = true;
            waiters.RemoveAt(waiters.Count - 1);
        }
    }

    public static void ObjPulseAll(object obj)
    {
        if (!ObjectHeader.HasOwner(obj))
        {
            throw new SynchronizationLockException();
        }

        if (s_waiters.TryGetValue(obj, out List<Waiter>? waiters))
        {
            foreach (Waiter waiter in waiters)
            {
                waiter.Pulsed = true;
            }

            waiters.Clear();
        }
    }

    private sealed class Waiter
    {
        public bool Pulsed;
    }
}
