namespace Skiff.Compiler.Flow;

/// <summary>The value of a local.</summary>
internal sealed class LocalExpression(Local local) : Expression(local.Type, Effects.ReadsLocals)
{
    /// <summary>The local that is read.</summary>
    public Local Local { get; } = local;
}
