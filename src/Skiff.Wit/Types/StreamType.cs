namespace Skiff.Wit;

/// <summary>Values that come one after another (Concurrency.md, "Streams and Futures").</summary>
public sealed class StreamType : StructuralType
{
    /// <summary>Makes a stream type.</summary>
    public StreamType(WitType? element)
        : base(element)
    {
        Element = element;
    }

    /// <summary>The type of the values; none when only their number counts.</summary>
    public WitType? Element { get; }
}
