namespace Skiff.Personality;

/// <summary>Where a path leads: a directory of the host and a path below it.</summary>
internal unsafe struct Location
{
    /// <summary>The mount that the path lies in, or null.</summary>
    public Mount* Mount;

    /// <summary>The path within <see cref="Mount"/>, never absolute and without <c>..</c>.</summary>
    public byte* Relative;

    /// <summary>The length of <see cref="Relative"/>, in bytes.</summary>
    public uint RelativeLength;

    /// <summary>The whole canonical path (<see cref="Paths"/>).</summary>
    public byte* Path;

    /// <summary>The length of <see cref="Path"/>, in bytes.</summary>
    public uint Length;

    /// <summary>The path was written with a slash or a dot at its end, and so names a directory.</summary>
    public bool IsDirectory;
}
