namespace Skiff.Wasm.References;

/// <summary>How managed code names a native function.</summary>
public enum EntryKind
{
    /// <summary>By the method's own name: an internal call.</summary>
    InternalCall,

    /// <summary>By the names of a library and of a function in it: a P/Invoke.</summary>
    PInvoke,
}
