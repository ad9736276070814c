namespace Skiff.Wit.CanonicalAbi;

/// <summary>Where the parts of a variant, enum, option or result are in memory.</summary>
/// <param name="Payloads">The types of the payloads of the cases.</param>
/// <param name="DiscriminantSize">How many bytes, from the start, say which case it is: 1, 2 or 4.</param>
/// <param name="PayloadOffset">The offset of the payload from the start, in bytes.</param>
/// <param name="Size">The size of the variant, in bytes.</param>
/// <param name="Alignment">The alignment of the variant, in bytes.</param>
public sealed record VariantLayout(
    IReadOnlyList<WitType?> Payloads, int DiscriminantSize, long PayloadOffset, long Size, int Alignment);
