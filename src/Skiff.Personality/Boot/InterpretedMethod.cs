namespace Skiff.Personality;

#pragma warning disable CS0649 // The interpreter's own.

/// <summary>What the interpreter knows of a method, its beginning (<c>InterpMethod</c> in interp-internals.h).</summary>
internal unsafe struct InterpretedMethod
{
    public RuntimeMethod* Method;
}
