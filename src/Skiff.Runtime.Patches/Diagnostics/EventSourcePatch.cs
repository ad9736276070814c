namespace Skiff.Runtime.Diagnostics;

[Patch(Bcl.CoreLib, "System.Diagnostics.Tracing.EventSource")]
internal static class EventSourcePatch
{
    // Starting the runtime's own event sources takes longer than a small program runs, and nobody can attach to listen.
    public static bool InitializeIsSupported() =>
        AppContext.TryGetSwitch("System.Diagnostics.Tracing.EventSource.IsSupported", out bool isEnabled) && isEnabled;
}
