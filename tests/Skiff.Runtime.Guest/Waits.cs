using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using static Skiff.Runtime.Guest.Fact;

namespace Skiff.Runtime.Guest;

/// <summary>Everything that blocks, with what ends it, on one line each.</summary>
internal static class Waits
{
    public static void Run()
    {
        Show("Wait", () => { var t = Task.Run(async () => { await Task.Delay(20); return 1; }); t.Wait(); return t.Result; });
        Show("WaitTimeout", () => Task.Delay(1000).Wait(30));
        Show("WaitCancel", () => { var c = new CancellationTokenSource(30); Task.Delay(1000).Wait(c.Token); return 0; });
        Show("WaitAny", () => Task.WaitAny(Task.Delay(500), Task.Delay(20)));
        Show("WaitAll", () => { Task.WaitAll(Task.Delay(30), Task.Run(() => { })); return "ok"; });
        Show("WaitAllThrow", () => { Task.WaitAll(Task.Run(() => throw new InvalidOperationException("x")), Task.Delay(1)); return "ok"; });
        Show("GetResult", () => { Task.Run(() => throw new InvalidOperationException("x")).GetAwaiter().GetResult(); return 0; });
        Show("Monitor", () => { var o = new object(); var done = false; Task.Run(() => { lock (o) { done = true; Monitor.Pulse(o); } }); lock (o) { while (!done) Monitor.Wait(o); } return done; });
        Show("MonitorTimeout", () => { var o = new object(); lock (o) return Monitor.Wait(o, 20); });
        Show("MonitorNoLock", () => Monitor.Wait(new object(), 20));
        Show("PulseNoLock", () => { Monitor.Pulse(new object()); return 0; });
        Show("MRES", () => { var m = new ManualResetEventSlim(); Task.Run(() => m.Set()); m.Wait(); return m.IsSet; });
        Show("MREStimeout", () => new ManualResetEventSlim().Wait(20));
        Show("MRE", () => { var m = new ManualResetEvent(false); Task.Delay(20).ContinueWith(_ => m.Set()); return m.WaitOne(); });
        Show("ARE", () => { var m = new AutoResetEvent(false); Task.Delay(20).ContinueWith(_ => m.Set()); return m.WaitOne() + " " + m.WaitOne(0); });
        Show("WaitHandleAny", () => { var a = new AutoResetEvent(false); var b = new ManualResetEvent(false); Task.Delay(20).ContinueWith(_ => b.Set()); return WaitHandle.WaitAny([a, b]); });
        Show("WaitHandleAll", () => { var a = new AutoResetEvent(false); var b = new ManualResetEvent(false); Task.Delay(20).ContinueWith(_ => b.Set()); Task.Delay(10).ContinueWith(_ => a.Set()); return WaitHandle.WaitAll([a, b]) + " " + a.WaitOne(0); });
        Show("WaitHandleAllTimeout", () => WaitHandle.WaitAll([new AutoResetEvent(true), new ManualResetEvent(false)], 20));
        Show("SignalAndWait", () => { var a = new AutoResetEvent(false); var b = new ManualResetEvent(false); Task.Run(() => { a.WaitOne(); b.Set(); }); return WaitHandle.SignalAndWait(a, b); });
        Show("Semaphore", () => { var s = new Semaphore(0, 5); Task.Delay(10).ContinueWith(_ => s.Release(2)); return s.WaitOne() + " " + s.WaitOne() + " " + s.WaitOne(5); });
        Show("SemaphoreSlim", () => { var s = new SemaphoreSlim(0); Task.Delay(10).ContinueWith(_ => s.Release(2)); s.Wait(); return s.Wait(100) + " " + s.Wait(5); });
        Show("Mutex", () => { using var m = new Mutex(true); var r = m.WaitOne(); m.ReleaseMutex(); m.ReleaseMutex(); return r; });
        Show("MutexNotOwned", () => { using var m = new Mutex(); m.ReleaseMutex(); return 0; });
        Show("Barrier", () => { using var b = new Barrier(3); var n = 0; var ts = Enumerable.Range(0, 2).Select(_ => Task.Run(() => { b.SignalAndWait(); Interlocked.Increment(ref n); })).ToArray(); b.SignalAndWait(); Task.WaitAll(ts); return n + " " + b.CurrentPhaseNumber; });
        Show("Countdown", () => { var c = new CountdownEvent(3); for (int i = 0; i < 3; i++) Task.Run(() => c.Signal()); c.Wait(); return c.IsSet; });
        Show("Blocking", () => { var b = new BlockingCollection<int>(); Task.Run(async () => { for (int i = 0; i < 5; i++) { b.Add(i); await Task.Delay(2); } b.CompleteAdding(); }); return string.Join(",", b.GetConsumingEnumerable()); });
        Show("BlockingTry", () => new BlockingCollection<int>().TryTake(out _, 20));
        Show("SpinUntil", () => { var f = false; Task.Delay(20).ContinueWith(_ => f = true); return SpinWait.SpinUntil(() => f, 2000); });
        Show("YieldLoop", () => { var f = false; Task.Delay(20).ContinueWith(_ => f = true); while (!f) Thread.Yield(); return f; });
        Show("SpinLoop", () => { var f = false; Task.Delay(20).ContinueWith(_ => f = true); while (!f) Thread.SpinWait(10); return f; });
        Show("Sleep0Loop", () => { var f = false; Task.Delay(20).ContinueWith(_ => f = true); while (!f) Thread.Sleep(0); return f; });
        Show("RWLock", () => { var l = new ReaderWriterLockSlim(); l.EnterWriteLock(); l.ExitWriteLock(); l.EnterReadLock(); l.ExitReadLock(); return l.CurrentReadCount; });
        Show("Lazy", () => new Lazy<int>(() => 5).Value);
        Show("Parallel", () => { int s = 0; Parallel.For(0, 1000, i => Interlocked.Add(ref s, i)); return s; });
        Show("ParallelForEachAsync", () => { int s = 0; Parallel.ForEachAsync(Enumerable.Range(0, 100), async (i, _) => { await Task.Yield(); Interlocked.Add(ref s, i); }).Wait(); return s; });
        Show("ParallelInvoke", () => { int s = 0; Parallel.Invoke(() => s++, () => s++, () => s++); return s; });
        Show("PLINQ", () => Enumerable.Range(0, 10000).AsParallel().Where(x => x % 2 == 0).Select(x => (long)x).Sum());
        Show("Deep", () => { static int F(int n) => n == 0 ? 0 : Task.Run(() => F(n - 1)).Result + 1; return F(200); });
        Show("ForkJoin", () => { static int F(int n) => n < 2 ? n : Fork(n); static int Fork(int n) { var a = Task.Run(() => F(n - 1)); var b = Task.Run(() => F(n - 2)); return a.Result + b.Result; } return F(14); });
        Show("ManySleeps", () => { Task.WaitAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Thread.Sleep(5))).ToArray()); return "ok"; });
        Show("ManyWaiters", () => { var m = new ManualResetEventSlim(); var ts = Enumerable.Range(0, 100).Select(_ => Task.Run(() => m.Wait())).ToArray(); Task.Run(() => m.Set()); Task.WaitAll(ts); return "ok"; });
        Show("Channel", () => { var c = Channel.CreateBounded<int>(3); var p = Task.Run(async () => { for (int i = 0; i < 20; i++) await c.Writer.WriteAsync(i); c.Writer.Complete(); }); var s = 0; var q = Task.Run(async () => { await foreach (var x in c.Reader.ReadAllAsync()) s += x; }); Task.WaitAll(p, q); return s; });
        Show("AsyncLocal", () => { var l = new AsyncLocal<int> { Value = 7 }; var inner = 0; Task.Run(() => { inner = l.Value; l.Value = 9; }).Wait(); ThreadPool.UnsafeQueueUserWorkItem(_ => inner += l.Value * 100, null); Thread.Sleep(10); return l.Value + " " + inner; });
        Show("CultureFlow", () => { var old = CultureInfo.CurrentCulture; CultureInfo.CurrentCulture = new CultureInfo("de-DE"); string? s = null; Task.Run(() => s = 1.5.ToString()).Wait(); string? u = null; ThreadPool.UnsafeQueueUserWorkItem(_ => u = 1.5.ToString(), null); Thread.Sleep(10); var mine = 1.5.ToString(); CultureInfo.CurrentCulture = old; return s + " " + u + " " + mine; });
        Show("SyncContext", () => { SynchronizationContext.SetSynchronizationContext(new SynchronizationContext()); object? inner = ""; Task.Run(() => inner = SynchronizationContext.Current).Wait(); var ok = inner == null && SynchronizationContext.Current != null; SynchronizationContext.SetSynchronizationContext(null); return ok; });
        Show("PoolThread", () => Thread.CurrentThread.IsThreadPoolThread + " " + Task.Run(() => Thread.CurrentThread.IsThreadPoolThread).Result);
        Show("RegisterWait", () => { var e = new AutoResetEvent(false); var n = 0; var r = ThreadPool.RegisterWaitForSingleObject(e, (_, to) => n += to ? 100 : 1, null, -1, true); e.Set(); Thread.Sleep(30); return n; });
        Show("RegisterWaitTimeout", () => { var e = new AutoResetEvent(false); var n = 0; var r = ThreadPool.RegisterWaitForSingleObject(e, (_, to) => n += to ? 100 : 1, null, 20, true); Thread.Sleep(60); return n; });
        Show("PeriodicTimer", () => { using var t = new PeriodicTimer(TimeSpan.FromMilliseconds(5)); int n = 0; Task.Run(async () => { while (n < 4 && await t.WaitForNextTickAsync()) n++; }).Wait(); return n; });
        Show("Interrupt", () => { var me = Thread.CurrentThread; Task.Delay(10).ContinueWith(_ => me.Interrupt()); Thread.Sleep(200); return "no"; });
        Show("JoinUnstarted", () => { new Thread(() => { }).Join(); return 0; });
    }
}
