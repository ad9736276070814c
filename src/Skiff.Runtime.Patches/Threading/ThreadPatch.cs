namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.Thread")]
internal static class ThreadPatch
{
    public static bool Yield() => EventLoop.RunOne();

    public static void SpinWait(int iterations)
    {
        if (iterations > 0)
        {
            EventLoop.RunOne();
        }
    }

    public static void ThrowIfNoThreadStart() =>
        throw new PlatformNotSupportedException("A WASI program has one thread, so Thread.Start cannot start another. Use Task.Run, or async methods.");
}
