namespace Skiff.Runtime.Threading;

/// <summary>
/// Who holds a mutex. The thread's list of mutexes, kept for when it ends, is left out: this thread ends with the process.
/// </summary>
[Patch(Bcl.CoreLib, "System.Threading.WaitSubsystem/WaitableObject/OwnershipInfo")]
internal static class OwnershipInfoPatch
{
    public static void AssignOwnership(WaitSubsystem.WaitableObject.OwnershipInfo self, WaitSubsystem.WaitableObject waitableObject, WaitSubsystem.ThreadWaitInfo waitInfo)
    {
        self._thread = waitInfo.Thread;
        self._isAbandoned = false;
    }

    public static void RelinquishOwnership(WaitSubsystem.WaitableObject.OwnershipInfo self, WaitSubsystem.WaitableObject waitableObject, bool isAbandoned)
    {
        self._thread = null!;
        if (isAbandoned)
        {
            self._reacquireCount = 0;
            self._isAbandoned = true;
        }
    }
}
