namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `tuple&lt;string, string&gt;`.</summary>
internal struct StringPair
{
    public List First;

    public List Second;
}
