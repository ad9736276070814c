namespace Skiff.Fidelity;

/// <summary>
/// Marks a static method as a guest program: what it writes to standard output must be the same on every runtime.
/// Programs run one after the other in one process, each in an empty working directory of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class ProgramAttribute : Attribute;
