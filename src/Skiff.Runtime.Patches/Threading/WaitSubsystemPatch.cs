namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.Threading.WaitSubsystem")]
internal static class WaitSubsystemPatch
{
    public static void Interrupt(Thread thread) =>
        (Waiting.Innermost ?? thread.WaitInfo).TrySignalToInterruptWaitOrRecordPendingInterrupt();
}
