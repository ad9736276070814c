namespace Skiff.Wit;

/// <summary>Values of several types without names.</summary>
public sealed class TupleType : StructuralType
{
    /// <summary>Makes a tuple type.</summary>
    public TupleType(IReadOnlyList<WitType> elements)
        : base([.. elements])
    {
        Elements = elements;
    }

    /// <summary>The types of the elements.</summary>
    public IReadOnlyList<WitType> Elements { get; }
}
