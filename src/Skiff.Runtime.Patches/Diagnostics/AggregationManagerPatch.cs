extern alias SystemDiagnosticsDiagnosticSource;
using SystemDiagnosticsDiagnosticSource::System.Diagnostics.Metrics;

namespace Skiff.Runtime.Diagnostics;

/// <summary>Collects metrics from a timer: there is no thread to do it.</summary>
[Patch(Bcl.DiagnosticSource, "System.Diagnostics.Metrics.AggregationManager")]
internal static class AggregationManagerPatch
{
    public static void Start(AggregationManager self)
    {
        self._intervalStartTime = self._nextIntervalStartTime = self._startTime = DateTime.UtcNow;
        TimeSpan delay = self.CalculateDelayTime(self.CollectionPeriod.TotalSeconds);
        self._pollingTimer = new Timer(self.CollectOnTimer, null, (int)delay.TotalMilliseconds, 0);
        self._listener.Start();
        self._initialInstrumentEnumerationComplete();
    }

    public static void Dispose(AggregationManager self)
    {
        self._cts.Cancel();
        self._pollingTimer?.Dispose();
        self._pollingTimer = null;
        self._listener.Dispose();
    }
}
