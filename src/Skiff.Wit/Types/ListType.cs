namespace Skiff.Wit;

/// <summary>A sequence of values of one type, of any or of a fixed length.</summary>
public sealed class ListType : StructuralType
{
    /// <summary>Makes a list type.</summary>
    public ListType(WitType element, uint? length = null)
        : base(element)
    {
        Element = element;
        Length = length;
    }

    /// <summary>The type of the elements.</summary>
    public WitType Element { get; }

    /// <summary>How many elements there are, when that is fixed.</summary>
    public uint? Length { get; }

    private protected override uint? FixedLength => Length;
}
