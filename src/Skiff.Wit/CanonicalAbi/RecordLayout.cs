namespace Skiff.Wit.CanonicalAbi;

/// <summary>Where the fields of a record or tuple are in memory.</summary>
/// <param name="Types">The types of the fields.</param>
/// <param name="Offsets">Their offsets from the start of the record, in bytes.</param>
/// <param name="Size">The size of the record, in bytes.</param>
/// <param name="Alignment">The alignment of the record, in bytes.</param>
public sealed record RecordLayout(IReadOnlyList<WitType> Types, IReadOnlyList<long> Offsets, long Size, int Alignment);
