namespace Skiff.Personality;

/// <summary>A shared, writable mapping, in the list of <see cref="Mappings"/>.</summary>
internal unsafe struct SharedMapping
{
    /// <summary>Where its bytes are.</summary>
    public byte* Address;

    /// <summary>The file they are written back to.</summary>
    public OpenFile* File;

    public SharedMapping* Next;
}
