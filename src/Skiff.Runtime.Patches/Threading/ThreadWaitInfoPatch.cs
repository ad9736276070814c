namespace Skiff.Runtime.Threading;

/// <summary>Waiting for wait handles, and sleeping.</summary>
[Patch(Bcl.CoreLib, "System.Threading.WaitSubsystem/ThreadWaitInfo")]
internal static class ThreadWaitInfoPatch
{
    private const int WaitTimeout = 258;

    public static int Wait(WaitSubsystem.ThreadWaitInfo self, int timeoutMilliseconds, bool interruptible, bool isSleep, ref WaitSubsystem.LockHolder lockHolder)
    {
        if (!isSleep)
        {
            lockHolder.Dispose();
        }

        if (isSleep && interruptible && self.CheckAndResetPendingInterrupt)
        {
            throw new ThreadInterruptedException();
        }

        // What runs meanwhile may wait too, and then needs a place of its own to note what for.
        Thread thread = self.Thread;
        thread._waitInfo = null!;
        WaitSubsystem.ThreadWaitInfo? outer = Waiting.Innermost;
        Waiting.Innermost = self;
        self._waitSignalState = interruptible
            ? WaitSubsystem.ThreadWaitInfo.WaitSignalState.Waiting_Interruptible
            : WaitSubsystem.ThreadWaitInfo.WaitSignalState.Waiting;
        try
        {
            EventLoop.RunUntil(static state => !((WaitSubsystem.ThreadWaitInfo)state).IsWaiting, self, timeoutMilliseconds);
            int result = self.ProcessSignaledWaitState();
            if (result != WaitTimeout)
            {
                return result;
            }
        }
        finally
        {
            if (self.IsWaiting && !isSleep)
            {
                self.UnregisterWait();
            }

            self._waitSignalState = WaitSubsystem.ThreadWaitInfo.WaitSignalState.NotWaiting;
            Waiting.Innermost = outer;
            thread._waitInfo = self;
        }

        return WaitTimeout;
    }

    // The youngest waiter first: only it can go on.
    public static void RegisterWait(WaitSubsystem.ThreadWaitInfo self, int waitedCount, bool prioritize, bool isWaitForAll)
    {
        WaitSubsystem.ThreadWaitInfo.WaitedListNode[] nodes = self.GetWaitedListNodeArray(waitedCount);
        self._isWaitForAll = isWaitForAll;
        self._waitedCount = waitedCount;
        for (int i = 0; i < waitedCount; i++)
        {
            nodes[i].RegisterPrioritizedWait(self._waitedObjects[i]);
        }
    }
}
