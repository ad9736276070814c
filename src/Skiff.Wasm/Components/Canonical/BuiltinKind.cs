namespace Skiff.Wasm.Components;

/// <summary>The canonical built-ins, each with its code (specification: component binary format, <c>canon</c>).</summary>
public enum BuiltinKind : byte
{
    /// <summary>Makes a handle of a representation. <c>resource.new</c>.</summary>
    ResourceNew = 0x02,

    /// <summary>Drops a handle. <c>resource.drop</c>.</summary>
    ResourceDrop = 0x03,

    /// <summary>The representation of a handle. <c>resource.rep</c>.</summary>
    ResourceRep = 0x04,

    /// <summary>Confirms that the current task is cancelled. <c>task.cancel</c>.</summary>
    TaskCancel = 0x05,

    /// <summary>Asks a subtask to cancel. <c>subtask.cancel</c>.</summary>
    SubtaskCancel = 0x06,

    /// <summary>Returns the result of the current task. <c>task.return</c>.</summary>
    TaskReturn = 0x09,

    /// <summary>Reads a slot of thread-local storage. <c>context.get</c>.</summary>
    ContextGet = 0x0A,

    /// <summary>Writes a slot of thread-local storage. <c>context.set</c>.</summary>
    ContextSet = 0x0B,

    /// <summary>Lets other threads run. <c>thread.yield</c>.</summary>
    ThreadYield = 0x0C,

    /// <summary>Drops a subtask that has returned. <c>subtask.drop</c>.</summary>
    SubtaskDrop = 0x0D,

    /// <summary>Makes both ends of a stream. <c>stream.new</c>.</summary>
    StreamNew = 0x0E,

    /// <summary>Reads elements of a stream. <c>stream.read</c>.</summary>
    StreamRead = 0x0F,

    /// <summary>Writes elements to a stream. <c>stream.write</c>.</summary>
    StreamWrite = 0x10,

    /// <summary>Cancels a read of a stream. <c>stream.cancel-read</c>.</summary>
    StreamCancelRead = 0x11,

    /// <summary>Cancels a write to a stream. <c>stream.cancel-write</c>.</summary>
    StreamCancelWrite = 0x12,

    /// <summary>Drops the readable end of a stream. <c>stream.drop-readable</c>.</summary>
    StreamDropReadable = 0x13,

    /// <summary>Drops the writable end of a stream. <c>stream.drop-writable</c>.</summary>
    StreamDropWritable = 0x14,

    /// <summary>Makes both ends of a future. <c>future.new</c>.</summary>
    FutureNew = 0x15,

    /// <summary>Reads the value of a future. <c>future.read</c>.</summary>
    FutureRead = 0x16,

    /// <summary>Writes the value of a future. <c>future.write</c>.</summary>
    FutureWrite = 0x17,

    /// <summary>Cancels a read of a future. <c>future.cancel-read</c>.</summary>
    FutureCancelRead = 0x18,

    /// <summary>Cancels a write to a future. <c>future.cancel-write</c>.</summary>
    FutureCancelWrite = 0x19,

    /// <summary>Drops the readable end of a future. <c>future.drop-readable</c>.</summary>
    FutureDropReadable = 0x1A,

    /// <summary>Drops the writable end of a future. <c>future.drop-writable</c>.</summary>
    FutureDropWritable = 0x1B,

    /// <summary>Makes an error context of a message. <c>error-context.new</c>.</summary>
    ErrorContextNew = 0x1C,

    /// <summary>The message of an error context. <c>error-context.debug-message</c>.</summary>
    ErrorContextDebugMessage = 0x1D,

    /// <summary>Drops an error context. <c>error-context.drop</c>.</summary>
    ErrorContextDrop = 0x1E,

    /// <summary>Makes a set of waitables. <c>waitable-set.new</c>.</summary>
    WaitableSetNew = 0x1F,

    /// <summary>Waits until something of a set happens. <c>waitable-set.wait</c>.</summary>
    WaitableSetWait = 0x20,

    /// <summary>Asks whether something of a set has happened. <c>waitable-set.poll</c>.</summary>
    WaitableSetPoll = 0x21,

    /// <summary>Drops a set of waitables. <c>waitable-set.drop</c>.</summary>
    WaitableSetDrop = 0x22,

    /// <summary>Puts a waitable into a set, or takes it out. <c>waitable.join</c>.</summary>
    WaitableJoin = 0x23,

    /// <summary>Holds back new calls once more. <c>backpressure.inc</c>.</summary>
    BackpressureInc = 0x24,

    /// <summary>Holds back new calls once less. <c>backpressure.dec</c>.</summary>
    BackpressureDec = 0x25,

    /// <summary>The index of the current thread. <c>thread.index</c>.</summary>
    ThreadIndex = 0x26,

    /// <summary>Makes a suspended thread of a function in a table. <c>thread.new-indirect</c>.</summary>
    ThreadNewIndirect = 0x27,

    /// <summary>Has a suspended thread resumed some time. <c>thread.resume-later</c>.</summary>
    ThreadResumeLater = 0x28,

    /// <summary>Suspends the current thread. <c>thread.suspend</c>.</summary>
    ThreadSuspend = 0x29,

    /// <summary>Suspends the current thread and resumes another. <c>thread.suspend-then-resume</c>.</summary>
    ThreadSuspendThenResume = 0x2A,

    /// <summary>Yields and resumes another thread. <c>thread.yield-then-resume</c>.</summary>
    ThreadYieldThenResume = 0x2B,

    /// <summary>Suspends the current thread and lets a ready one run first. <c>thread.suspend-then-promote</c>.</summary>
    ThreadSuspendThenPromote = 0x2C,

    /// <summary>Yields and lets a ready thread run first. <c>thread.yield-then-promote</c>.</summary>
    ThreadYieldThenPromote = 0x2D,

    /// <summary>Starts a thread of a function reference. <c>thread.spawn-ref</c>.</summary>
    ThreadSpawnRef = 0x40,

    /// <summary>Starts a thread of a function in a table. <c>thread.spawn-indirect</c>.</summary>
    ThreadSpawnIndirect = 0x41,

    /// <summary>How many threads can run at once. <c>thread.available-parallelism</c>.</summary>
    ThreadAvailableParallelism = 0x42,
}
