namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A list or string: memory from <see cref="Realloc"/>, to be freed unless it is empty.</summary>
internal unsafe struct List
{
    public byte* Items;

    public uint Count;

    /// <summary>Frees a list of something that has no memory of its own.</summary>
    internal void Free()
    {
        if (Count > 0)
        {
            Runtime.Free(Items);
        }
    }
}
