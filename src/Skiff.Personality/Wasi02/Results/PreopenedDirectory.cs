namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `tuple&lt;own&lt;descriptor&gt;, string&gt;`.</summary>
internal struct PreopenedDirectory
{
    public int Descriptor;

    public List Name;
}
