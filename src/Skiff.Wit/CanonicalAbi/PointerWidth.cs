namespace Skiff.Wit.CanonicalAbi;

/// <summary>How wide addresses are, in bytes.</summary>
public enum PointerWidth
{
    /// <summary>Memories with 32-bit addresses.</summary>
    Bits32 = 4,

    /// <summary>Memories with 64-bit addresses.</summary>
    Bits64 = 8,
}
