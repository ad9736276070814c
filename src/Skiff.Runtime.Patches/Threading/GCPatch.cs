namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.GC")]
internal static class GCPatch
{
    public static void WaitForPendingFinalizers()
    {
        while (EventLoop.RunBackground())
        {
        }
    }
}
