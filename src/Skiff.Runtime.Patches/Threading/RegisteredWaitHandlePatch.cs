namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.RegisteredWaitHandle")]
internal static class RegisteredWaitHandlePatch
{
    public static bool Unregister(RegisteredWaitHandle self, WaitHandle? waitObject) => RegisteredWait.Unregister(self, waitObject);
}
