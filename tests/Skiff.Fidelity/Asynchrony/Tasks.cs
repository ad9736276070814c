namespace Skiff.Fidelity.Asynchrony;

public static class Tasks
{
    [Program]
    public static async Task Combinators()
    {
        WriteLine(string.Join(' ', await Task.WhenAll(Enumerable.Range(0, 5).Select(async i =>
        {
            await Task.Delay((5 - i) * 8);
            return i * i;
        }))));
        Task<string> slow = Later("slow", 800), fast = Later("fast", 5);
        WriteLine(await await Task.WhenAny(slow, fast));
        List<string> order = [];
        await foreach (Task<string> done in Task.WhenEach(Later("c", 700), Later("a", 10), Later("b", 350)))
        {
            order.Add(await done);
        }

        WriteLine(string.Join(' ', order));
        WriteLine(await Task.Run(() => 42).ContinueWith(t => $"continued {t.Result} {t.Status}"));
        WriteLine(await Task.Factory.StartNew(() => Later("unwrapped", 1)).Unwrap());
        await Attempt.ShowAsync("timeout", () => Later("never", 5000).WaitAsync(TimeSpan.FromMilliseconds(20)));
        await Attempt.ShowAsync("in time", () => Later("in time", 1).WaitAsync(TimeSpan.FromSeconds(20)));
        Task failed = Task.FromException(new InvalidOperationException("failed"));
        WriteLine($"{failed.Status} {failed.Exception!.InnerException!.Message} {Task.FromCanceled(new CancellationToken(true)).Status} {Task.CompletedTask.Status}");
        Task all = Task.WhenAll(failed, Task.FromException(new ArgumentException("second")), Task.CompletedTask);
        await Attempt.DoAsync("first of the failures", () => all);
        WriteLine(string.Join(" / ", all.Exception!.InnerExceptions.Select(e => e.Message)));
        await failed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        int[] counter = [0];
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Interlocked.Increment(ref counter[0]))));
        WriteLine(counter[0]);
        await slow;
    }

    private static async Task<string> Later(string value, int milliseconds)
    {
        await Task.Delay(milliseconds);
        return value;
    }

    [Program]
    public static async Task Exceptions()
    {
        await Attempt.DoAsync("thrown after await", async () =>
        {
            await Task.Yield();
            throw new FormatException("late");
        });
        try
        {
            await Outer();
        }
        catch (Exception e)
        {
            WriteLine($"{e.GetType().Name} {e.InnerException?.Message} {e.StackTrace!.Contains("Inner") || e.InnerException!.StackTrace!.Contains("Inner")}");
        }

        try
        {
            Task.Run(() => throw new InvalidOperationException("waited")).Wait();
        }
        catch (AggregateException e)
        {
            WriteLine($"{e.Message} | {e.Flatten().InnerExceptions.Count}");
        }

        Task<int> task = Task.Run(int () => throw new TimeoutException("result"));
        Attempt.Show("result", () => task.Result);
        Attempt.Show("get awaiter", () => task.GetAwaiter().GetResult());
        AggregateException nested = new(new Exception("a"), new AggregateException(new Exception("b"), new OperationCanceledException("c")));
        WriteLine(string.Join(',', nested.Flatten().InnerExceptions.Select(e => e.Message)));
        Attempt.Do("handle", () => nested.Flatten().Handle(e => e is OperationCanceledException));
        try
        {
            await Task.WhenAll(Fail(1), Fail(200));
        }
        catch (Exception e) when (e.Message.EndsWith('1'))
        {
            WriteLine("filtered " + e.Message);
        }
        finally
        {
            await Task.Yield();
            WriteLine("asynchronous finally");
        }

        static async Task Outer()
        {
            try
            {
                await Inner();
            }
            catch (Exception e)
            {
                await Task.Delay(1);
                throw new InvalidOperationException("wrapped", e);
            }
        }

        static async Task Inner()
        {
            await Task.Delay(1);
            throw new ArgumentException("inner");
        }

        static async Task Fail(int n)
        {
            await Task.Delay(n);
            throw new Exception($"failure {n}");
        }
    }

    [Program]
    public static async Task Cancellation()
    {
        using CancellationTokenSource source = new();
        using CancellationTokenRegistration registration = source.Token.Register(() => WriteLine("registered callback"));
        Task waiting = Task.Delay(Timeout.Infinite, source.Token);
        await source.CancelAsync();
        await Attempt.DoAsync("cancelled delay", () => waiting);
        WriteLine($"{waiting.Status} {source.IsCancellationRequested} {waiting.IsCanceled}");
        using CancellationTokenSource timed = new(TimeSpan.FromMilliseconds(15));
        await Attempt.DoAsync("timed", () => Task.Delay(10000, timed.Token));
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token, CancellationToken.None);
        WriteLine(linked.IsCancellationRequested);
        Attempt.Do("throw if cancelled", () => linked.Token.ThrowIfCancellationRequested());
        using CancellationTokenSource failing = new();
        failing.Token.Register(() => throw new InvalidOperationException("callback 1"));
        failing.Token.Register(() => throw new InvalidOperationException("callback 2"));
        try
        {
            failing.Cancel();
        }
        catch (AggregateException e)
        {
            WriteLine(string.Join(", ", e.InnerExceptions.Select(i => i.Message)));
        }

        using CancellationTokenSource resettable = new(100000);
        WriteLine(resettable.TryReset());
        Task cooperative = Task.Run(async () =>
        {
            for (int i = 0; ; i++)
            {
                timed.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        });
        await Attempt.DoAsync("cooperative", () => cooperative);
        WriteLine(cooperative.Status);
        await Attempt.DoAsync("not started", () => Task.Run(() => { }, new CancellationToken(true)));
        WriteLine(CancellationToken.None.CanBeCanceled);
    }

    [Program]
    public static async Task CompletionSources()
    {
        TaskCompletionSource<int> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string> dependent = Dependent(source.Task);
        WriteLine($"{dependent.IsCompleted} {source.TrySetResult(5)} {source.TrySetResult(6)} {await dependent}");
        Attempt.Do("set twice", () => source.SetResult(7));
        TaskCompletionSource failing = new();
        failing.SetException(new InvalidDataException("set"));
        await Attempt.DoAsync("exception", () => failing.Task);
        TaskCompletionSource cancelled = new();
        cancelled.SetCanceled();
        await Attempt.DoAsync("cancelled", () => cancelled.Task);
        TaskCompletionSource<int> from = new();
        from.SetFromTask(Task.FromResult(11));
        WriteLine(await from.Task);
        Task<int> attached = new(() => 12);
        attached.RunSynchronously();
        WriteLine($"{attached.Result} {attached.AsyncState ?? "no state"} {attached.CreationOptions}");

        static async Task<string> Dependent(Task<int> task) => $"got {await task}";
    }

    [Program]
    public static async Task ValueTasks()
    {
        Cache cache = new();
        ValueTask<int> first = cache.Get(3);
        WriteLine($"{first.IsCompleted} {await first}");
        ValueTask<int> second = cache.Get(3);
        WriteLine($"{second.IsCompletedSuccessfully} {second.Result}");
        WriteLine(await ValueTask.FromResult("x") + await new ValueTask<string>(Task.FromResult("y")));
        await Attempt.ShowAsync("failed", async () => await ValueTask.FromException<int>(new FormatException("value task")));
        Task<int> converted = cache.Get(4).AsTask();
        WriteLine(await converted + (await cache.Get(4).Preserve()));
        WriteLine(await new Source().Run());
    }

    private sealed class Cache
    {
        private readonly Dictionary<int, int> _values = [];

        public ValueTask<int> Get(int key) => _values.TryGetValue(key, out int value) ? new(value) : new(Load(key));

        private async Task<int> Load(int key)
        {
            await Task.Delay(100);
            return _values[key] = key * 10;
        }
    }

    private sealed class Source : System.Threading.Tasks.Sources.IValueTaskSource<int>
    {
        private System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore<int> _core;

        public ValueTask<int> Run()
        {
            _core.Reset();
            _ = Task.Delay(2).ContinueWith(_ => _core.SetResult(99));
            return new ValueTask<int>(this, _core.Version);
        }

        public int GetResult(short token) => _core.GetResult(token);

        public System.Threading.Tasks.Sources.ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
    }

    [Program]
    public static async Task Streams()
    {
        await using (Resource resource = new("block"))
        {
            await foreach (int i in Count(5).ConfigureAwait(false))
            {
                Write($"{i} ");
            }

            WriteLine();
        }

        await foreach (int i in Count(100))
        {
            if (i == 2)
            {
                break;
            }
        }

        using CancellationTokenSource source = new();
        await Attempt.DoAsync("cancelled stream", async () =>
        {
            await foreach (int i in Count(100).WithCancellation(source.Token))
            {
                if (i == 3)
                {
                    await source.CancelAsync();
                }
            }
        });
        await Attempt.DoAsync("failing stream", async () =>
        {
            await foreach (int i in Failing())
            {
                WriteLine(i);
            }
        });

        static async IAsyncEnumerable<int> Count(int n, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
        {
            try
            {
                for (int i = 0; i < n; i++)
                {
                    await Task.Delay(1, token);
                    yield return i;
                }
            }
            finally
            {
                WriteLine($"stream of {n} closed");
            }
        }

        static async IAsyncEnumerable<int> Failing()
        {
            await using Resource resource = new("iterator");
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("mid-stream");
        }
    }

    private sealed class Resource(string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            WriteLine($"{name} disposed");
        }
    }

    private static readonly AsyncLocal<string> s_local = new();

    [Program]
    public static async Task Locals()
    {
        s_local.Value = "outer";
        await Child("a");
        WriteLine(s_local.Value);
        await Task.Run(() => WriteLine($"flowed {s_local.Value}"));
        Task suppressed;
        using (ExecutionContext.SuppressFlow())
        {
            suppressed = Task.Run(() => WriteLine($"suppressed {s_local.Value ?? "null"}"));
        }

        await suppressed;

        ExecutionContext captured = ExecutionContext.Capture()!;
        s_local.Value = "changed";
        ExecutionContext.Run(captured, _ => WriteLine($"captured {s_local.Value}"), null);
        List<string> changes = [];
        AsyncLocal<int> notifying = new(change => changes.Add($"{change.PreviousValue} -> {change.CurrentValue} {change.ThreadContextChanged}"));
        notifying.Value = 1;
        notifying.Value = 2;
        WriteLine(string.Join(", ", changes));

        static async Task Child(string value)
        {
            s_local.Value = value;
            await Task.Yield();
            WriteLine(s_local.Value);
        }
    }

    [Program]
    public static async Task ProgressAndContexts()
    {
        List<int> reports = [];
        Pump pump = new();
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(pump);
        IProgress<int> progress = new Progress<int>(reports.Add);
        SynchronizationContext.SetSynchronizationContext(before);
        for (int i = 0; i < 3; i++)
        {
            progress.Report(i);
        }

        pump.Run();
        WriteLine(string.Join(' ', reports));
        SynchronizationContext.SetSynchronizationContext(pump);
        Task task = OnContext();
        SynchronizationContext.SetSynchronizationContext(before);
        while (!task.IsCompleted)
        {
            pump.Run();
            await Task.Delay(1);
        }

        await task;
        TaskScheduler exclusive = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        int value = 0;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Factory.StartNew(() => value++, CancellationToken.None, TaskCreationOptions.None, exclusive)));
        WriteLine(value);

        static async Task OnContext()
        {
            await Task.Delay(3);
            WriteLine(SynchronizationContext.Current is Pump);
            await Task.Delay(3).ConfigureAwait(false);
            WriteLine(SynchronizationContext.Current is Pump);
        }
    }

    private sealed class Pump : SynchronizationContext
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<Action> _queue = [];

        public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue(() => d(state));

        public void Run()
        {
            SynchronizationContext? before = Current;
            SetSynchronizationContext(this);
            while (_queue.TryDequeue(out Action? action))
            {
                action();
            }

            SetSynchronizationContext(before);
        }
    }

    [Program]
    public static async Task ManyAtOnce()
    {
        int[] results = await Task.WhenAll(Enumerable.Range(0, 2000).Select(Work));
        WriteLine(results.Sum());
        int deep = await Deep(3000);
        WriteLine(deep);
        using SemaphoreSlim gate = new(3);
        int running = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            await gate.WaitAsync();
            try
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(1);
            }
            finally
            {
                Interlocked.Decrement(ref running);
                gate.Release();
            }
        }));
        WriteLine($"{most <= 3} {running} {gate.CurrentCount}");
        List<int> seen = [];
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, token) =>
        {
            await Task.Yield();
            lock (seen)
            {
                seen.Add(i);
            }
        });
        WriteLine($"{seen.Count} {seen.Sum()}");

        static async Task<int> Work(int i)
        {
            await Task.Yield();
            if (i % 10 == 0)
            {
                await Task.Delay(i % 7);
            }

            return i % 13;
        }

        static async Task<int> Deep(int n)
        {
            if (n == 0)
            {
                await Task.Yield();
                return 0;
            }

            return 1 + await Deep(n - 1);
        }
    }
}
