namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>An `option` of a string.</summary>
internal struct OptionalString
{
    public PaddedByte IsSome;

    public List Value;
}
