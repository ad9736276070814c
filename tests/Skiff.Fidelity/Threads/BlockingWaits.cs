namespace Skiff.Fidelity.Threads;

public static class BlockingWaits
{
    private static async Task<int> After(int milliseconds, int value)
    {
        await Task.Delay(milliseconds);
        return value;
    }

    [Program]
    public static void OnTasks()
    {
        WriteLine(After(10, 1).Result);
        WriteLine(After(10, 2).GetAwaiter().GetResult());
        Task<int> task = After(10, 3);
        task.Wait();
        WriteLine(task.Result);
        WriteLine(After(3000, 4).Wait(10));
        WriteLine(After(5, 5).Wait(TimeSpan.FromSeconds(20)));
        Task<int>[] tasks = [After(30, 6), After(10, 7), After(20, 8)];
        Task.WaitAll(tasks);
        WriteLine(tasks.Sum(t => t.Result));
        WriteLine(Task.WaitAny(After(4000, 9), After(5, 10)));
        WriteLine(Task.WaitAll([After(4000, 0)], 10));
        Task.WaitAll(Task.Run(() => WriteLine("pool work while waiting")));
        using CancellationTokenSource source = new(15);
        Attempt.Do("cancelled wait", () => After(4000, 11).Wait(source.Token));
        WriteLine(Task.Run(() => After(5, 12).Result + Task.Run(() => After(5, 1).Result).Result).Result);
        Attempt.Do("failing wait", () => Task.Run(async () =>
        {
            await Task.Delay(2);
            throw new InvalidOperationException("from the pool");
        }).Wait());
    }

    [Program]
    public static void OnEvents()
    {
        using ManualResetEventSlim slim = new();
        _ = Task.Delay(10).ContinueWith(_ => slim.Set());
        slim.Wait();
        WriteLine($"slim {slim.IsSet}");
        using ManualResetEvent manual = new(false);
        _ = Task.Delay(10).ContinueWith(_ => manual.Set());
        WriteLine(manual.WaitOne());
        using AutoResetEvent automatic = new(true);
        WriteLine($"{automatic.WaitOne(0)} {automatic.WaitOne(0)} {automatic.WaitOne(10)}");
        _ = Task.Delay(10).ContinueWith(_ => automatic.Set());
        WriteLine(automatic.WaitOne(TimeSpan.FromSeconds(20)));
        using CountdownEvent countdown = new(3);
        for (int i = 0; i < 3; i++)
        {
            ThreadPool.QueueUserWorkItem(_ => countdown.Signal());
        }

        countdown.Wait();
        WriteLine(countdown.CurrentCount);
        using SemaphoreSlim semaphore = new(0, 2);
        _ = Task.Delay(10).ContinueWith(_ => semaphore.Release(2));
        semaphore.Wait();
        WriteLine($"{semaphore.CurrentCount} {semaphore.Wait(0)} {semaphore.Wait(5)}");
        Attempt.Do("too many releases", () => semaphore.Release(3));
        using Semaphore old = new(1, 1);
        WriteLine($"{old.WaitOne(0)} {old.WaitOne(0)} {old.Release()}");
        using ManualResetEvent first = new(false), second = new(false);
        _ = Task.Delay(5).ContinueWith(_ => second.Set());
        WriteLine(WaitHandle.WaitAny([first, second]));
        _ = Task.Delay(5).ContinueWith(_ => first.Set());
        WriteLine(WaitHandle.WaitAll([first, second]));
        WriteLine(WaitHandle.WaitAny([new ManualResetEvent(false)], 5) == WaitHandle.WaitTimeout);
        using Barrier barrier = new(1, b => WriteLine($"phase {b.CurrentPhaseNumber}"));
        barrier.SignalAndWait();
        barrier.SignalAndWait();
        WriteLine(SpinWait.SpinUntil(() => true, 10));
    }

    [Program]
    public static void OnMonitors()
    {
        object gate = new();
        bool ready = false;
        Task signaller = Task.Run(async () =>
        {
            await Task.Delay(10);
            lock (gate)
            {
                ready = true;
                Monitor.PulseAll(gate);
            }
        });
        lock (gate)
        {
            while (!ready)
            {
                Monitor.Wait(gate);
            }
        }

        WriteLine(ready);
        signaller.Wait();
        lock (gate)
        {
            WriteLine(Monitor.Wait(gate, 10));
            WriteLine($"{Monitor.IsEntered(gate)} {Monitor.TryEnter(gate)}");
            Monitor.Exit(gate);
        }

        WriteLine(Monitor.IsEntered(gate));
        Attempt.Do("exit without entering", () => Monitor.Exit(gate));
        Attempt.Do("pulse without entering", () => Monitor.Pulse(gate));
        Attempt.Do("wait without entering", () => Monitor.Wait(gate));
        Lock @lock = new();
        lock (@lock)
        {
            WriteLine(@lock.IsHeldByCurrentThread);
        }

        using (@lock.EnterScope())
        {
            WriteLine(@lock.TryEnter());
            @lock.Exit();
        }

        using ReaderWriterLockSlim readers = new();
        readers.EnterReadLock();
        WriteLine($"{readers.CurrentReadCount} {readers.IsWriteLockHeld}");
        readers.ExitReadLock();
        readers.EnterUpgradeableReadLock();
        readers.EnterWriteLock();
        WriteLine(readers.IsWriteLockHeld);
        readers.ExitWriteLock();
        readers.ExitUpgradeableReadLock();
        Attempt.Do("recursion", () =>
        {
            readers.EnterWriteLock();
            readers.EnterWriteLock();
        });
        readers.ExitWriteLock();
        using Mutex mutex = new();
        WriteLine($"{mutex.WaitOne()} {mutex.WaitOne(0)}");
        mutex.ReleaseMutex();
        mutex.ReleaseMutex();
        Attempt.Do("release", mutex.ReleaseMutex);
        SpinLock spin = new();
        bool taken = false;
        spin.Enter(ref taken);
        WriteLine($"{taken} {spin.IsHeld}");
        spin.Exit();
    }

    [Program]
    public static void Sleeping()
    {
        long start = Environment.TickCount64;
        Thread.Sleep(30);
        long slept = Environment.TickCount64 - start;
        WriteLine(slept is >= 25 and < 3000);
        Thread.Sleep(0);
        Thread.Sleep(TimeSpan.FromMilliseconds(1));
        WriteLine(Thread.Yield() || true);
        bool ran = false;
        Task task = Task.Run(() => ran = true);
        task.Wait();
        WriteLine(ran);
        Attempt.Do("negative sleep", () => Thread.Sleep(-5));
    }
}
