namespace Skiff.Wit;

/// <summary>A function that a world imports or exports.</summary>
public sealed class WorldFunction : WorldItem
{
    /// <summary>Makes the item.</summary>
    public WorldFunction(Function function)
    {
        Function = function;
    }

    /// <summary>The function.</summary>
    public Function Function { get; set; }

    /// <inheritdoc/>
    public override string Name => Function.Name;
}
