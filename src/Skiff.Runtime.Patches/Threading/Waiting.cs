namespace Skiff.Runtime.Threading;

/// <summary>The wait that the thread is in now, of those it may be in at once.</summary>
[AddTo(Bcl.CoreLib)]
internal static class Waiting
{
    public static WaitSubsystem.ThreadWaitInfo? Innermost;
}
