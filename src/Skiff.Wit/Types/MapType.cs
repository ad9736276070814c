namespace Skiff.Wit;

/// <summary>Keys and their values; where a key is there twice, the last value counts.</summary>
public sealed class MapType : StructuralType
{
    /// <summary>Makes a map type.</summary>
    public MapType(WitType key, WitType value)
        : base(key, value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The type of the keys.</summary>
    public WitType Key { get; }

    /// <summary>The type of the values.</summary>
    public WitType Value { get; }
}
