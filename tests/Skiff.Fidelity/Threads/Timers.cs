namespace Skiff.Fidelity.Threads;

public static class Timers
{
    [Program]
    public static async Task Ordering()
    {
        List<string> order = [];
        await Task.WhenAll(Wait("d", 900), Wait("b", 300), Wait("a", 5), Wait("c", 600));
        WriteLine(string.Join(' ', order));
        TaskCompletionSource done = new();
        int ticks = 0;
        using (Timer timer = new(_ =>
        {
            if (++ticks == 4)
            {
                done.TrySetResult();
            }
        }, null, 5, 10))
        {
            await done.Task;
        }

        WriteLine(ticks >= 4);
        using PeriodicTimer periodic = new(TimeSpan.FromMilliseconds(5));
        int beats = 0;
        while (beats < 3 && await periodic.WaitForNextTickAsync())
        {
            beats++;
        }

        periodic.Dispose();
        WriteLine($"{beats} {await periodic.WaitForNextTickAsync()}");

        async Task Wait(string name, int milliseconds)
        {
            await Task.Delay(milliseconds);
            lock (order)
            {
                order.Add(name);
            }
        }
    }

    [Program]
    public static async Task Changing()
    {
        int fired = 0;
        await using Timer timer = new(_ => Interlocked.Increment(ref fired), null, Timeout.Infinite, Timeout.Infinite);
        await Task.Delay(20);
        WriteLine(fired);
        timer.Change(1, Timeout.Infinite);
        for (int i = 0; i < 500 && fired == 0; i++)
        {
            await Task.Delay(10);
        }

        WriteLine(fired);
        WriteLine(timer.Change(10000, 10000));
        System.Timers.Timer component = new(5) { AutoReset = false };
        TaskCompletionSource<bool> elapsed = new();
        component.Elapsed += (sender, e) => elapsed.SetResult(sender == component && e.SignalTime > DateTime.UnixEpoch);
        component.Start();
        WriteLine(await elapsed.Task);
        WriteLine(component.Enabled);
        Attempt.Do("bad period", () => new Timer(_ => { }, null, -2, 0));
    }

    [Program]
    public static async Task Delays()
    {
        long start = Environment.TickCount64;
        await Task.Delay(50);
        long elapsed = Environment.TickCount64 - start;
        WriteLine(elapsed is >= 40 and < 5000);
        await Task.Delay(0);
        await Task.Delay(TimeSpan.Zero);
        Attempt.Do("negative", () => Task.Delay(-2));
        DateTime before = DateTime.UtcNow;
        await Task.Delay(20);
        WriteLine(DateTime.UtcNow > before);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Delay(i % 30)));
        WriteLine("300 delays");
    }

    [Program]
    public static async Task FakeTime()
    {
        Manual clock = new();
        WriteLine($"{clock.GetUtcNow():O} {clock.GetElapsedTime(0, 10_000_000)} {clock.TimestampFrequency}");
        using ITimer timer = clock.CreateTimer(_ => WriteLine("manual tick"), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        clock.Advance();
        clock.Advance();
        Task delay = Task.Delay(TimeSpan.FromDays(1), clock);
        WriteLine(delay.IsCompleted);
        clock.Advance();
        await delay;
        WriteLine(delay.Status);
        WriteLine(TimeProvider.System.LocalTimeZone.Id == TimeZoneInfo.Local.Id);
    }

    private sealed class Manual : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _timers = [];

        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => 10_000_000;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((callback, state));
            return new Handle();
        }

        public void Advance()
        {
            foreach ((TimerCallback callback, object? state) in _timers.ToArray())
            {
                callback(state);
            }
        }

        private sealed class Handle : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => default;
        }
    }
}
