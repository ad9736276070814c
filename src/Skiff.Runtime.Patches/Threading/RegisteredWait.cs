using System.Runtime.CompilerServices;

namespace Skiff.Runtime.Threading;

/// <summary>
/// A callback that waits for a handle. The event loop looks at the handles between other work, as only that can signal
/// them; the time limit is a timer.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal sealed class RegisteredWait
{
    private const uint Infinite = uint.MaxValue;

    private static readonly List<RegisteredWait> s_waits = [];
    private static readonly ConditionalWeakTable<RegisteredWaitHandle, RegisteredWait> s_byHandle = [];

    private readonly WaitHandle _waitHandle;
    private readonly WaitOrTimerCallback _callback;
    private readonly object? _state;
    private readonly ExecutionContext? _executionContext;
    private readonly bool _once;
    private readonly uint _timeout;
    private readonly Timer? _timer;
    private bool _ended;

    private RegisteredWait(WaitHandle waitHandle, WaitOrTimerCallback callback, object? state, uint timeout, bool once, bool flowExecutionContext)
    {
        _waitHandle = waitHandle;
        _callback = callback;
        _state = state;
        _timeout = timeout;
        _once = once;
        _executionContext = flowExecutionContext ? ExecutionContext.Capture() : null;
        if (timeout != Infinite)
        {
            _timer = new Timer(static wait => ((RegisteredWait)wait!).Fire(timedOut: true), this, timeout, Infinite);
        }
    }

    /// <summary>Registers a callback.</summary>
    public static RegisteredWaitHandle Register(WaitHandle waitHandle, WaitOrTimerCallback callback, object? state, uint timeout, bool once, bool flowExecutionContext)
    {
        ArgumentNullException.ThrowIfNull(waitHandle);
        ArgumentNullException.ThrowIfNull(callback);
        var handle = (RegisteredWaitHandle)RuntimeHelpers.GetUninitializedObject(typeof(RegisteredWaitHandle));
        var wait = new RegisteredWait(waitHandle, callback, state, timeout, once, flowExecutionContext);
        s_byHandle.Add(handle, wait);
        s_waits.Add(wait);
        return handle;
    }

    /// <summary>Ends the wait of <paramref name="handle"/>; false when it had ended.</summary>
    public static bool Unregister(RegisteredWaitHandle handle, WaitHandle? notify)
    {
        bool was = s_byHandle.TryGetValue(handle, out RegisteredWait? wait) && !wait._ended;
        wait?.End();
        if (was && notify is not null)
        {
            EventWaitHandle.Set(notify.SafeWaitHandle);
        }

        return was;
    }

    /// <summary>Runs one callback whose handle is signaled; false when there is none.</summary>
    public static bool RunOne()
    {
        for (int i = 0; i < s_waits.Count; i++)
        {
            RegisteredWait wait = s_waits[i];
            if (wait._waitHandle.WaitOne(0))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static wait => ((RegisteredWait)wait!).Fire(timedOut: false), wait);
                if (wait._once)
                {
                    wait.End();
                }

                return true;
            }
        }

        return false;
    }

    private void Fire(bool timedOut)
    {
        if (timedOut)
        {
            if (_ended)
            {
                return;
            }

            if (_once)
            {
                End();
            }
        }

        if (!_ended)
        {
            _timer?.Change(_timeout, Infinite);
        }

        if (_executionContext is null)
        {
            _callback(_state, timedOut);
        }
        else
        {
            ExecutionContext.Run(_executionContext, _ => _callback(_state, timedOut), null);
        }
    }

    private void End()
    {
        _ended = true;
        _timer?.Dispose();
        s_waits.Remove(this);
    }
}
