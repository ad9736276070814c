namespace Skiff.Personality;

/// <summary>A directory that the host preopened, and where the program sees it.</summary>
internal unsafe struct Mount
{
    /// <summary>The host's descriptor.</summary>
    public int Host;

    /// <summary>The canonical path (<see cref="Paths"/>) it is seen at.</summary>
    public byte* Path;

    /// <summary>The length of <see cref="Path"/>, in bytes.</summary>
    public uint Length;

    /// <summary>What descriptors opened through it may do; 0 when the host does not say.</summary>
    public ulong Inheriting;
}
