namespace Skiff.Wit;

/// <summary>A value that comes later (Concurrency.md, "Streams and Futures").</summary>
public sealed class FutureType : StructuralType
{
    /// <summary>Makes a future type.</summary>
    public FutureType(WitType? element)
        : base(element)
    {
        Element = element;
    }

    /// <summary>The type of the value; none when only its coming counts.</summary>
    public WitType? Element { get; }
}
