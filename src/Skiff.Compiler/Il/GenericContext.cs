namespace Skiff.Compiler.Il;

/// <summary>What the generic parameters in a piece of metadata stand for.</summary>
/// <param name="TypeArguments">Arguments of the declaring type.</param>
/// <param name="MethodArguments">Arguments of the method.</param>
internal sealed record GenericContext(IReadOnlyList<IlType> TypeArguments, IReadOnlyList<IlType> MethodArguments)
{
    /// <summary>No generic parameters in scope.</summary>
    public static GenericContext None { get; } = new([], []);
}
