namespace Skiff.Compiler.Il;

/// <summary><c>void</c>: the type of no value.</summary>
internal sealed class VoidType() : IlType("System.Void")
{
    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override int Alignment => 1;
}
