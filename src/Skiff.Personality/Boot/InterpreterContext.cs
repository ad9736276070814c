namespace Skiff.Personality;

#pragma warning disable CS0649 // The interpreter's own.

/// <summary>Part of the interpreter's state for a thread (<c>ThreadContext</c> in interp-internals.h).</summary>
internal unsafe struct InterpreterContext
{
    public int HasResumeState;
    public void* HandlerFrame;
    public void* HandlerPosition;
    public void* HandlerClause;
    public uint Exception;

    /// <summary>Where the stack of managed code begins; it grows up.</summary>
    public byte* StackStart;

    /// <summary>Where a stack overflow is noticed.</summary>
    public byte* StackEnd;

    /// <summary>The address behind the stack.</summary>
    public byte* StackRealEnd;

    /// <summary>The end of what is in use.</summary>
    public byte* StackPointer;
}
