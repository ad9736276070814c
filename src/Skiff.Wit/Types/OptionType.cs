namespace Skiff.Wit;

/// <summary>A value or none.</summary>
public sealed class OptionType : StructuralType
{
    /// <summary>Makes an option type.</summary>
    public OptionType(WitType element)
        : base(element)
    {
        Element = element;
    }

    /// <summary>The type of the value.</summary>
    public WitType Element { get; }
}
