namespace Skiff.Personality;

/// <summary>Bytes that become more, up to a limit.</summary>
internal unsafe struct Buffer
{
    public byte* Start;
    public uint Length;
    public uint Capacity;

    /// <summary>Adds a byte if there is room.</summary>
    public static void Add(Buffer* buffer, byte value)
    {
        if (buffer->Length < buffer->Capacity)
        {
            buffer->Start[buffer->Length++] = value;
        }
    }
}
