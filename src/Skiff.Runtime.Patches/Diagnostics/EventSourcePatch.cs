using System.Diagnostics.Tracing;

namespace Skiff.Runtime.Diagnostics;

[Patch(Bcl.CoreLib, "System.Diagnostics.Tracing.EventSource")]
internal static class EventSourcePatch
{
    // The core library's own event sources: starting them takes longer than a small program runs, and nobody can attach.
    public static void _ctor(EventSource self, Guid eventSourceGuid, string eventSourceName)
    {
    }
}
