using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Il;

/// <summary>An argument or local variable of a method.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Local">Where it lives, when it has no address.</param>
/// <param name="Address">Where it lies, when it has one.</param>
/// <param name="Value">What it always is, when nothing changes it.</param>
internal sealed record Variable(IlType Type, Local? Local = null, Expression? Address = null, Expression? Value = null);
