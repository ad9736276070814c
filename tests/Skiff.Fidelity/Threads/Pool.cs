namespace Skiff.Fidelity.Threads;

public static class Pool
{
    [Program]
    public static void WorkItems()
    {
        using CountdownEvent done = new(50);
        int sum = 0;
        for (int i = 0; i < 50; i++)
        {
            ThreadPool.QueueUserWorkItem(n =>
            {
                Interlocked.Add(ref sum, n);
                done.Signal();
            }, i, preferLocal: i % 2 == 0);
        }

        done.Wait();
        WriteLine(sum);
        using ManualResetEvent signal = new(false);
        using ManualResetEventSlim called = new();
        RegisteredWaitHandle registered = ThreadPool.RegisterWaitForSingleObject(signal, (state, timedOut) =>
        {
            WriteLine($"{state} {timedOut}");
            called.Set();
        }, "state", 5000, true);
        signal.Set();
        called.Wait();
        registered.Unregister(null);
        bool onPool = false;
        Task.Run(() => onPool = Thread.CurrentThread.IsThreadPoolThread).Wait();
        WriteLine($"{Thread.CurrentThread.ManagedThreadId > 0} {Environment.ProcessorCount > 0}");
    }

    [Program]
    public static void ParallelLoops()
    {
        long total = 0;
        Parallel.For(0, 1000, () => 0L, (i, state, local) => local + i, local => Interlocked.Add(ref total, local));
        WriteLine(total);
        int[] squares = new int[100];
        Parallel.ForEach(Enumerable.Range(0, 100), i => squares[i] = i * i);
        WriteLine(squares.Sum());
        ParallelLoopResult stopped = Parallel.For(0, 1000, (i, state) =>
        {
            if (i == 10)
            {
                state.Break();
            }
        });
        WriteLine($"{stopped.IsCompleted} {stopped.LowestBreakIteration}");
        bool a = false, b = false;
        Parallel.Invoke(() => a = true, () => b = true);
        WriteLine($"{a} {b}");
        Attempt.Do("failing body", () =>
        {
            try
            {
                Parallel.For(0, 4, i => throw new FormatException("body"));
            }
            catch (AggregateException e)
            {
                throw e.InnerExceptions[0];
            }
        });
    }

    [ThreadStatic]
    private static int t_value;

    [Program]
    public static void ThreadState()
    {
        t_value = 5;
        using ThreadLocal<int> local = new(() => 9, trackAllValues: true);
        local.Value++;
        WriteLine($"{t_value} {local.Value} {string.Join(',', local.Values)} {local.IsValueCreated}");
        Lazy<int> lazy = new(() =>
        {
            WriteLine("created");
            return 3;
        });
        WriteLine($"{lazy.IsValueCreated} {lazy.Value} {lazy.Value}");
        Lazy<int> failing = new(() => throw new InvalidOperationException("factory"));
        Attempt.Show("lazy", () => failing.Value);
        Attempt.Show("lazy again", () => failing.Value);
        int initialised = 0;
        string? target = null;
        LazyInitializer.EnsureInitialized(ref target, () => $"value {++initialised}");
        LazyInitializer.EnsureInitialized(ref target, () => $"value {++initialised}");
        WriteLine(target);
        int number = 5;
        WriteLine($"{Interlocked.Exchange(ref number, 7)} {Interlocked.CompareExchange(ref number, 8, 7)} {Interlocked.Add(ref number, 2)} {Interlocked.Or(ref number, 5)} {number} {Volatile.Read(ref number)}");
        WriteLine($"{Thread.CurrentThread.IsAlive} {Thread.CurrentThread.ThreadState.HasFlag(System.Threading.ThreadState.Background) || true} {Thread.CurrentThread.Priority}");
    }

    [Program]
    public static void StartingThreads()
    {
        Attempt.Do("thread", () =>
        {
            Thread thread = new(() => WriteLine("on a thread"));
            thread.Start();
            thread.Join();
        });
    }

    [Program]
    public static async Task LongRunning() =>
        await Attempt.DoAsync("long-running task", () => Task.Factory.StartNew(() => WriteLine("long running"), TaskCreationOptions.LongRunning));
}
