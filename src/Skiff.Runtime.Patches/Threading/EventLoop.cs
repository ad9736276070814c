using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Skiff.Runtime.Threading;

namespace Skiff.Runtime;

/// <summary>
/// The one thread's other work: due timers, the thread pool's queue, finalizers, what waits for the host
/// (<see cref="HostWait"/>). Whatever blocks, runs this until what it waits for has come. A wait may run work that
/// waits in turn; only the innermost can go on then, so signals go to the youngest waiter first.
/// </summary>
[AddTo(Bcl.CoreLib)]
[StackTraceHidden]
internal static class EventLoop
{
    // Deeper waits with a timeout only sleep: what they would run could wait in turn, without end.
    private const int MaximumDepth = 32;

    // One in so many turns takes the oldest work first, so that work which queues more work starves nothing.
    private const int FairTurn = 8;

    // While there is always other work, the host is asked in one of so many turns and not more often than this
    // (milliseconds): asking can take one.
    private const int HostTurn = 16;
    private const int HostInterval = 20;

    private static bool s_workRequested;
    private static long s_timerDue = long.MaxValue;
    private static int s_depth;
    private static int s_turn;
    private static int s_hostTurn;
    private static long s_hostDue;
    private static ThreadPoolWorkQueueThreadLocals? s_poolLocals;

    /// <summary>Whether nothing is queued, scheduled or waited for.</summary>
    public static bool IsIdle
    {
        get
        {
            while (RunBackground())
            {
            }

            return !s_workRequested && s_timerDue == long.MaxValue && !HostWait.Any;
        }
    }

    /// <summary>The thread pool has work.</summary>
    public static void RequestWork() => s_workRequested = true;

    /// <summary>The timer queue wants to run at <paramref name="tickCount"/>, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public static void RequestTimer(long tickCount) => s_timerDue = tickCount;

    /// <summary>Makes timers go on, when the program starts from a snapshot, with the time that they have left now.</summary>
    public static void Hold()
    {
        if (s_timerDue == long.MaxValue)
        {
            return;
        }

        long held = Environment.TickCount64;
        Snapshot.AtStart(() =>
        {
            long passed = Environment.TickCount64 - held;
            s_timerDue += passed;
            TimerQueue queue = TimerQueue.Instances[0];
            queue._currentAbsoluteThreshold += passed;
            Move(queue._shortTimers, passed);
            Move(queue._longTimers, passed);
        });

        static void Move(TimerQueueTimer? timer, long passed)
        {
            for (; timer is not null; timer = timer._next)
            {
                timer._startTicks += passed;
            }
        }
    }

    /// <summary>Runs finalizers and other background work of the runtime; false when there was none.</summary>
    public static bool RunBackground() => Interop.Sys.LowLevelMonitor_TimedWait(0, 0);

    /// <summary>Runs one due timer, piece of work, or the runtime's background work; false when nothing was ready.</summary>
    public static bool RunOne()
    {
        if (HostWait.Any && AskHost())
        {
            return true;
        }

        if (s_timerDue != long.MaxValue && Environment.TickCount64 >= s_timerDue)
        {
            s_timerDue = long.MaxValue;
            Run(TimerQueue.Instances[0]);
            return true;
        }

        return RunQueued();
    }

    /// <summary>Does what <see cref="RunOne"/> does, but leaves timers alone.</summary>
    public static bool RunQueued() => RunWork() || RegisteredWait.RunOne() || RunBackground();

    /// <summary>Runs other work until <paramref name="satisfied"/> or the time has passed.</summary>
    /// <param name="satisfied">Whether the wait is over.</param>
    /// <param name="state">What <paramref name="satisfied"/> is given.</param>
    /// <param name="millisecondsTimeout">How long to wait; negative for ever.</param>
    /// <returns>False when the time has passed.</returns>
    /// <exception cref="InvalidOperationException">Nothing is left that could end the wait.</exception>
    public static bool RunUntil(Func<object, bool> satisfied, object state, int millisecondsTimeout)
    {
        if (satisfied(state))
        {
            return true;
        }

        long start = Stopwatch.GetTimestamp();
        bool runsOthers = millisecondsTimeout < 0 || s_depth < MaximumDepth;
        s_depth++;
        try
        {
            while (true)
            {
                if (runsOthers && RunOne())
                {
                    if (satisfied(state))
                    {
                        return true;
                    }

                    if (millisecondsTimeout >= 0 && Remaining(start, millisecondsTimeout) <= 0)
                    {
                        return false;
                    }

                    continue;
                }

                int remaining = millisecondsTimeout < 0 ? Timeout.Infinite : Remaining(start, millisecondsTimeout);
                if (remaining == 0)
                {
                    return false;
                }

                if (runsOthers && s_timerDue != long.MaxValue)
                {
                    remaining = (int)Math.Clamp(s_timerDue - Environment.TickCount64, 0, remaining < 0 ? int.MaxValue : remaining);
                }

                if (runsOthers && HostWait.Any)
                {
                    HostWait.Poll(remaining);
                }
                else if (remaining < 0)
                {
                    throw new InvalidOperationException(s_depth == 1
                        ? "This wait cannot end: nothing is queued, scheduled or being read that could end it, and a WASI program has one thread. Start what it waits for with Task.Run, or await it; in an asynchronous Main, see that something completes what it awaits."
                        : "This wait cannot end: it runs inside another wait, which goes on only after it, and nothing else is queued, scheduled or being read; a WASI program has one thread. Use await instead of blocking.");
                }
                else
                {
                    Interop.Sys.LowLevelMonitor_TimedWait(0, remaining);
                }

                if (satisfied(state))
                {
                    return true;
                }
            }
        }
        finally
        {
            s_depth--;
        }
    }

    private static bool AskHost()
    {
        if (++s_hostTurn % HostTurn != 0 || Environment.TickCount64 is long now && now < s_hostDue)
        {
            return false;
        }

        s_hostDue = now + HostInterval;
        return HostWait.Poll(0);
    }

    private static int Remaining(long start, int millisecondsTimeout)
    {
        long elapsed = Stopwatch.GetTimestamp() - start;
        long total = millisecondsTimeout * (Stopwatch.Frequency / 1000);
        long ticksPerMillisecond = Stopwatch.Frequency / 1000;
        return elapsed >= total ? 0 : (int)((total - elapsed + ticksPerMillisecond - 1) / ticksPerMillisecond);
    }

    private static bool RunWork()
    {
        if (!s_workRequested)
        {
            return false;
        }

        ThreadPoolWorkQueue queue = ThreadPool.s_workQueue;
        s_workRequested = false;
        queue._separated._hasOutstandingThreadRequest = 0;
        object? work = Dequeue(queue);
        if (work is null)
        {
            return false;
        }

        queue.EnsureThreadRequested();
        Run(work);
        return true;
    }

    private static object? Dequeue(ThreadPoolWorkQueue queue)
    {
        if (++s_turn % FairTurn == 0 && queue.workItems.TryDequeue(out object? oldest))
        {
            return oldest;
        }

        s_poolLocals ??= new ThreadPoolWorkQueueThreadLocals(queue);
        bool missedSteal = false;
        return queue.Dequeue(s_poolLocals, ref missedSteal);
    }

    // What runs here must find the thread as a pool thread is, and leave it as the waiting code had it.
    private static void Run(object work)
    {
        s_poolLocals ??= new ThreadPoolWorkQueueThreadLocals(ThreadPool.s_workQueue);
        Thread thread = Thread.CurrentThread;
        ExecutionContext? executionContext = thread._executionContext;
        SynchronizationContext? synchronizationContext = thread._synchronizationContext;
        Task? task = Task.t_currentTask;
        ThreadPoolWorkQueueThreadLocals? locals = ThreadPoolWorkQueueThreadLocals.threadLocals;
        CultureInfo? culture = CultureInfo.s_currentThreadCulture;
        CultureInfo? uiCulture = CultureInfo.s_currentThreadUICulture;
        bool isPoolThread = thread.threadpool_thread;

        // No value changes for the waiting code: those who listen to an AsyncLocal hear nothing of it.
        thread._executionContext = null!;
        CultureInfo.s_currentThreadCulture = null!;
        CultureInfo.s_currentThreadUICulture = null!;
        thread._synchronizationContext = null!;
        Task.t_currentTask = null;
        ThreadPoolWorkQueueThreadLocals.threadLocals = s_poolLocals;
        thread.threadpool_thread = true;
        try
        {
            Execute(work, thread);
            if (thread._executionContext is { } left)
            {
                ExecutionContext.RestoreChangedContextToThread(thread, null!, left);
            }
        }
        finally
        {
            thread._executionContext = executionContext!;
            CultureInfo.s_currentThreadCulture = culture!;
            CultureInfo.s_currentThreadUICulture = uiCulture!;
            thread._synchronizationContext = synchronizationContext!;
            Task.t_currentTask = task;
            ThreadPoolWorkQueueThreadLocals.threadLocals = locals;
            thread.threadpool_thread = isPoolThread;
        }
    }

    private static void Execute(object work, Thread thread)
    {
        try
        {
            switch (work)
            {
                case Task task:
                    task.ExecuteFromThreadPool(thread);
                    break;
                case TimerQueue timers:
                    timers.FireNextTimers();
                    break;
                default:
                    Unsafe.As<IThreadPoolWorkItem>(work).Execute();
                    break;
            }
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
        }
    }
}
