namespace Skiff.Compiler.Flow.Structuring;

/// <summary>The target of breaks: the end of a block or the start of a loop.</summary>
internal sealed class Label
{
    /// <summary>How many breaks go to it.</summary>
    public int Uses { get; set; }
}
