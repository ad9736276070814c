namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result&lt;option&lt;directory-entry&gt;, error-code&gt;`.</summary>
internal struct DirectoryEntryResult
{
    public PaddedByte IsError;

    /// <summary>Whether there is an entry; of an error, its code.</summary>
    public PaddedByte IsSome;

    public PaddedByte Kind;

    public List Name;
}
