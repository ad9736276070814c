namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.TimerQueue")]
internal static class TimerQueuePatch
{
    // Timers due later than this are kept in a list of their own, which is looked at only this often (milliseconds).
    private const int ShortTime = 333;

    public static bool SetTimer(TimerQueue self, uint actualDuration)
    {
        EventLoop.RequestTimer(Environment.TickCount64 + actualDuration);
        return true;
    }

    /// <summary>Queues the callbacks of all timers that are due, in the order in which they are.</summary>
    public static void FireNextTimers(TimerQueue self)
    {
        long now = Environment.TickCount64;
        long next = long.MaxValue;
        var due = new List<(long Due, int Age, TimerQueueTimer Timer)>();
        self._isTimerScheduled = false;
        Visit(self, self._shortTimers, now, ref next, due);
        if (self._currentAbsoluteThreshold <= now)
        {
            self._currentAbsoluteThreshold = now + ShortTime;
            Visit(self, self._longTimers, now, ref next, due);
        }
        else if (self._shortTimers is null && self._longTimers is not null)
        {
            next = Math.Min(next, self._currentAbsoluteThreshold + 1);
        }

        if (next != long.MaxValue)
        {
            self.EnsureTimerFiresBy((uint)Math.Max(0, next - now));
        }

        due.Sort(static (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : b.Age.CompareTo(a.Age));
        foreach ((_, _, TimerQueueTimer timer) in due)
        {
            ThreadPool.UnsafeQueueUserWorkItemInternal(timer, preferLocal: false);
        }
    }

    private static void Visit(TimerQueue queue, TimerQueueTimer? timer, long now, ref long next, List<(long Due, int Age, TimerQueueTimer Timer)> due)
    {
        while (timer is not null)
        {
            TimerQueueTimer? following = timer._next;
            long dueAt = timer._startTicks + timer._dueTime;
            if (dueAt <= now)
            {
                // A list has its youngest timer first.
                due.Add((dueAt, due.Count, timer));
                timer._everQueued = true;
                if (timer._period == uint.MaxValue)
                {
                    queue.DeleteTimer(timer);
                    timer = following;
                    continue;
                }

                // A callback that comes late does not delay those that follow, unless by more than a period.
                long late = now - dueAt;
                timer._startTicks = now;
                timer._dueTime = late >= timer._period ? 1 : timer._period - (uint)late;
                dueAt = now + timer._dueTime;
            }

            bool isShort = dueAt <= queue._currentAbsoluteThreshold;
            if (timer._short != isShort)
            {
                queue.MoveTimerToCorrectList(timer, isShort);
            }

            next = Math.Min(next, isShort ? dueAt : queue._currentAbsoluteThreshold + 1);
            timer = following;
        }
    }
}
