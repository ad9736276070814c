namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.TimerQueue")]
internal static class TimerQueuePatch
{
    public static bool SetTimer(TimerQueue self, uint actualDuration)
    {
        EventLoop.RequestTimer(Environment.TickCount64 + actualDuration);
        return true;
    }
}
