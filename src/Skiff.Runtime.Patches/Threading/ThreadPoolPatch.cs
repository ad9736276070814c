namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.ThreadPool")]
internal static class ThreadPoolPatch
{
    public static void RequestWorkerThread() => EventLoop.RequestWork();
}
