namespace Skiff.Compiler.Flow;

/// <summary>Stops the program: <c>unreachable</c>.</summary>
internal sealed class TrapTerminator : Terminator;
