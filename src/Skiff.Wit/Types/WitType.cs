namespace Skiff.Wit;

/// <summary>The type of a value (WIT.md, "Types").</summary>
public abstract class WitType
{
    private protected WitType()
    {
    }

    /// <summary>The types this one is directly made of.</summary>
    public abstract IEnumerable<WitType> Parts { get; }

    /// <summary>This type, or what it is an alias of in the end.</summary>
    public WitType Unaliased
    {
        get
        {
            WitType type = this;
            while (type is AliasDefinition alias)
            {
                type = alias.Target;
            }

            return type;
        }
    }
}
