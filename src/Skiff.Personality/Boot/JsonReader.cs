namespace Skiff.Personality;

/// <summary>Where a JSON text is being read, and what is wrong with it (RFC 8259).</summary>
internal unsafe struct JsonReader
{
    public byte* Text;
    public uint Length;

    /// <summary>The next byte to read; where it went wrong, once <see cref="Error"/> is set.</summary>
    public uint Position;

    /// <summary>What was wrong, or null.</summary>
    public byte* Error;
}
