using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace Skiff.Fidelity.Diagnosing;

public static class Diagnostics
{
    [Program]
    public static void Activities()
    {
        using ActivitySource source = new("Skiff.Tests", "1.0");
        WriteLine(source.StartActivity("nobody listens") is null);
        List<string> log = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = s => s.Name == "Skiff.Tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = a => log.Add($"start {a.DisplayName}"),
            ActivityStopped = a => log.Add($"stop {a.DisplayName} {a.Status} {string.Join(',', a.Tags.Select(t => t.Key + "=" + t.Value))}"),
        };
        ActivitySource.AddActivityListener(listener);
        using (Activity outer = source.StartActivity("outer", ActivityKind.Server)!)
        {
            outer.SetTag("key", "value");
            using (Activity inner = source.StartActivity("inner")!)
            {
                inner.SetStatus(ActivityStatusCode.Error, "bad");
                inner.AddEvent(new ActivityEvent("event"));
                log.Add($"{inner.ParentId == outer.Id} {inner.TraceId == outer.TraceId} {inner.Events.Count()} {Activity.Current == inner} {inner.IdFormat} {inner.Id!.Length}");
            }
        }

        log.ForEach(WriteLine);
        WriteLine(Activity.Current is null);
    }

    [Program]
    public static void TracesAndDebug()
    {
        StringWriter output = new();
        using TextWriterTraceListener listener = new(output);
        Trace.Listeners.Clear();
        Trace.Listeners.Add(listener);
        Trace.WriteLine("traced");
        Trace.Indent();
        Trace.TraceWarning("warning {0}", 1);
        Trace.Unindent();
        Trace.Flush();
        WriteLine(output.ToString().Replace(AppDomain.CurrentDomain.FriendlyName, "app"));
        TraceSource source = new("source", SourceLevels.Warning);
        source.Listeners.Clear();
        source.Listeners.Add(new ConsoleTraceListener());
        source.TraceEvent(TraceEventType.Error, 7, "error event");
        source.TraceEvent(TraceEventType.Information, 8, "filtered out");
        Trace.Listeners.Clear();
        WriteLine(Debugger.IsAttached);
        Stopwatch watch = Stopwatch.StartNew();
        Thread.Sleep(5);
        watch.Stop();
        WriteLine($"{watch.Elapsed > TimeSpan.FromMilliseconds(3)} {watch.IsRunning} {new StackTrace().FrameCount > 0} {new StackFrame().GetMethod()!.Name}");
        WriteLine(Caller());

        static string Caller([System.Runtime.CompilerServices.CallerMemberName] string name = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => $"{name} {line > 0}";
    }

    [EventSource(Name = "Skiff-Fidelity")]
    private sealed class Events : EventSource
    {
        public static readonly Events Log = new();

        [Event(1, Level = EventLevel.Informational, Message = "started {0}")]
        public void Started(string name, int count) => WriteEvent(1, name, count);
    }

    private sealed class Listener : EventListener
    {
        public List<string> Seen { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Skiff-Fidelity")
            {
                EnableEvents(eventSource, EventLevel.LogAlways);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventSource.Name == "Skiff-Fidelity")
            {
                Seen?.Add($"{eventData.EventId} {eventData.EventName} {string.Join(',', eventData.Payload!)}");
            }
        }
    }

    [Program]
    public static void EventSources()
    {
        using Listener listener = new();
        Events.Log.Started("first", 1);
        Events.Log.Started("second", 2);
        WriteLine($"{Events.Log.IsEnabled()} {string.Join(" | ", listener.Seen)}");
    }

    [Program]
    public static void Meters()
    {
        using Meter meter = new("Skiff.Meter", "1.0");
        Counter<int> counter = meter.CreateCounter<int>("count", "items", "a counter");
        Histogram<double> histogram = meter.CreateHistogram<double>("sizes");
        meter.CreateObservableGauge("gauge", () => 42L);
        List<string> log = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "Skiff.Meter")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => log.Add($"{i.Name} {value} {string.Join(',', tags.ToArray())}"));
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => log.Add($"{i.Name} {value}"));
        listener.SetMeasurementEventCallback<long>((i, value, _, _) => log.Add($"{i.Name} {value}"));
        listener.Start();
        counter.Add(3, new KeyValuePair<string, object?>("tag", "x"));
        histogram.Record(1.5);
        listener.RecordObservableInstruments();
        log.ForEach(WriteLine);
    }

    [Program]
    public static void Listeners()
    {
        using DiagnosticListener source = new("listener");
        List<string> log = [];
        using IDisposable subscription = source.Subscribe(new Observer(log));
        if (source.IsEnabled("event"))
        {
            source.Write("event", new { Value = 5 });
        }

        WriteLine(string.Join(',', log));
    }

    private sealed class Observer(List<string> log) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted() => log.Add("completed");

        public void OnError(Exception error) => log.Add("error");

        public void OnNext(KeyValuePair<string, object?> value) => log.Add($"{value.Key} {value.Value}");
    }
}
