namespace Skiff.Wasm.Components;

/// <summary>
/// A core function that the component model provides (specification: canonical built-ins). Which of the properties
/// count, its kind says.
/// </summary>
public sealed class CanonicalBuiltin(BuiltinKind builtin, Definition? type = null) : CanonicalDefinition
{
    /// <summary>Which built-in it is.</summary>
    public BuiltinKind Builtin { get; } = builtin;

    /// <summary>The resource type of <c>resource.*</c>, the stream or future type of <c>stream.*</c> and <c>future.*</c>.</summary>
    public Definition? Type { get; set; } = type;

    /// <summary>The result type of <c>task.return</c>, if it has one.</summary>
    public ComponentValType? Result { get; set; }

    /// <summary>Whether <c>subtask.cancel</c>, <c>stream.cancel-*</c> and <c>future.cancel-*</c> return at once.</summary>
    public bool IsAsync { get; set; }

    /// <summary>Whether the wait of <c>thread.*</c> and <c>waitable-set.*</c> ends when the task is cancelled.</summary>
    public bool IsCancellable { get; set; }

    /// <summary>Whether the function is shared between threads: <c>thread.spawn-*</c>, <c>thread.available-parallelism</c>.</summary>
    public bool IsShared { get; set; }

    /// <summary>The type of the slot of <c>context.*</c>.</summary>
    public ValType ContextType { get; set; } = ValType.I32;

    /// <summary>The slot of <c>context.*</c>.</summary>
    public uint ContextSlot { get; set; }

    /// <summary>The core type of the function that a thread starts with.</summary>
    public Definition? FunctionType { get; set; }

    /// <summary>The core table that has the function that a thread starts with.</summary>
    public Definition? Table { get; set; }

    /// <summary>The core memory that <c>waitable-set.wait</c> and <c>waitable-set.poll</c> write to.</summary>
    public Definition? Memory { get; set; }

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.CoreFunction;

    internal override string Kind => Builtin.Text();
}
