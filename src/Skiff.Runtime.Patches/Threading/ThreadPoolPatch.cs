namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.ThreadPool")]
internal static class ThreadPoolPatch
{
    public static void RequestWorkerThread() => EventLoop.RequestWork();

    public static RegisteredWaitHandle RegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object state, uint millisecondsTimeOutInterval, bool executeOnlyOnce, bool flowExecutionContext) =>
        RegisteredWait.Register(waitObject, callBack, state, millisecondsTimeOutInterval, executeOnlyOnce, flowExecutionContext);
}
