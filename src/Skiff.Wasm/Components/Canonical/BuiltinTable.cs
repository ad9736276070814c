using System.Collections.Frozen;

namespace Skiff.Wasm.Components;

/// <summary>The names and operands of the canonical built-ins (specification: component binary format, <c>canon</c>).</summary>
internal static class BuiltinTable
{
    private static readonly FrozenDictionary<BuiltinKind, (string Name, BuiltinOperands Operands)> s_rows =
        new Dictionary<BuiltinKind, (string, BuiltinOperands)>
        {
            [BuiltinKind.ResourceNew] = ("resource.new", BuiltinOperands.Type),
            [BuiltinKind.ResourceDrop] = ("resource.drop", BuiltinOperands.Type),
            [BuiltinKind.ResourceRep] = ("resource.rep", BuiltinOperands.Type),
            [BuiltinKind.TaskCancel] = ("task.cancel", BuiltinOperands.None),
            [BuiltinKind.SubtaskCancel] = ("subtask.cancel", BuiltinOperands.Async),
            [BuiltinKind.TaskReturn] = ("task.return", BuiltinOperands.Result | BuiltinOperands.Options),
            [BuiltinKind.ContextGet] = ("context.get", BuiltinOperands.ContextType | BuiltinOperands.ContextSlot),
            [BuiltinKind.ContextSet] = ("context.set", BuiltinOperands.ContextType | BuiltinOperands.ContextSlot),
            [BuiltinKind.ThreadYield] = ("thread.yield", BuiltinOperands.Cancellable),
            [BuiltinKind.SubtaskDrop] = ("subtask.drop", BuiltinOperands.None),
            [BuiltinKind.StreamNew] = ("stream.new", BuiltinOperands.Type),
            [BuiltinKind.StreamRead] = ("stream.read", BuiltinOperands.Type | BuiltinOperands.Options),
            [BuiltinKind.StreamWrite] = ("stream.write", BuiltinOperands.Type | BuiltinOperands.Options),
            [BuiltinKind.StreamCancelRead] = ("stream.cancel-read", BuiltinOperands.Type | BuiltinOperands.Async),
            [BuiltinKind.StreamCancelWrite] = ("stream.cancel-write", BuiltinOperands.Type | BuiltinOperands.Async),
            [BuiltinKind.StreamDropReadable] = ("stream.drop-readable", BuiltinOperands.Type),
            [BuiltinKind.StreamDropWritable] = ("stream.drop-writable", BuiltinOperands.Type),
            [BuiltinKind.FutureNew] = ("future.new", BuiltinOperands.Type),
            [BuiltinKind.FutureRead] = ("future.read", BuiltinOperands.Type | BuiltinOperands.Options),
            [BuiltinKind.FutureWrite] = ("future.write", BuiltinOperands.Type | BuiltinOperands.Options),
            [BuiltinKind.FutureCancelRead] = ("future.cancel-read", BuiltinOperands.Type | BuiltinOperands.Async),
            [BuiltinKind.FutureCancelWrite] = ("future.cancel-write", BuiltinOperands.Type | BuiltinOperands.Async),
            [BuiltinKind.FutureDropReadable] = ("future.drop-readable", BuiltinOperands.Type),
            [BuiltinKind.FutureDropWritable] = ("future.drop-writable", BuiltinOperands.Type),
            [BuiltinKind.ErrorContextNew] = ("error-context.new", BuiltinOperands.Options),
            [BuiltinKind.ErrorContextDebugMessage] = ("error-context.debug-message", BuiltinOperands.Options),
            [BuiltinKind.ErrorContextDrop] = ("error-context.drop", BuiltinOperands.None),
            [BuiltinKind.WaitableSetNew] = ("waitable-set.new", BuiltinOperands.None),
            [BuiltinKind.WaitableSetWait] = ("waitable-set.wait", BuiltinOperands.Cancellable | BuiltinOperands.Memory),
            [BuiltinKind.WaitableSetPoll] = ("waitable-set.poll", BuiltinOperands.Cancellable | BuiltinOperands.Memory),
            [BuiltinKind.WaitableSetDrop] = ("waitable-set.drop", BuiltinOperands.None),
            [BuiltinKind.WaitableJoin] = ("waitable.join", BuiltinOperands.None),
            [BuiltinKind.BackpressureInc] = ("backpressure.inc", BuiltinOperands.None),
            [BuiltinKind.BackpressureDec] = ("backpressure.dec", BuiltinOperands.None),
            [BuiltinKind.ThreadIndex] = ("thread.index", BuiltinOperands.None),
            [BuiltinKind.ThreadNewIndirect] = ("thread.new-indirect", BuiltinOperands.FunctionType | BuiltinOperands.Table),
            [BuiltinKind.ThreadResumeLater] = ("thread.resume-later", BuiltinOperands.None),
            [BuiltinKind.ThreadSuspend] = ("thread.suspend", BuiltinOperands.Cancellable),
            [BuiltinKind.ThreadSuspendThenResume] = ("thread.suspend-then-resume", BuiltinOperands.Cancellable),
            [BuiltinKind.ThreadYieldThenResume] = ("thread.yield-then-resume", BuiltinOperands.Cancellable),
            [BuiltinKind.ThreadSuspendThenPromote] = ("thread.suspend-then-promote", BuiltinOperands.Cancellable),
            [BuiltinKind.ThreadYieldThenPromote] = ("thread.yield-then-promote", BuiltinOperands.Cancellable),
            [BuiltinKind.ThreadSpawnRef] = ("thread.spawn-ref", BuiltinOperands.Shared | BuiltinOperands.FunctionType),
            [BuiltinKind.ThreadSpawnIndirect] = ("thread.spawn-indirect", BuiltinOperands.Shared | BuiltinOperands.FunctionType | BuiltinOperands.Table),
            [BuiltinKind.ThreadAvailableParallelism] = ("thread.available-parallelism", BuiltinOperands.Shared),
        }.ToFrozenDictionary();

    /// <summary>The text format's name.</summary>
    public static string Text(this BuiltinKind kind) => s_rows[kind].Name;

    public static BuiltinOperands Operands(this BuiltinKind kind) => s_rows[kind].Operands;

    public static bool IsKnown(byte code) => s_rows.ContainsKey((BuiltinKind)code);
}
