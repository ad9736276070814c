namespace Skiff.Personality;

/// <summary>
/// An open file description (POSIX.1, 3.236): what descriptors made by <c>dup</c> share, such as the position.
/// </summary>
internal unsafe struct OpenFile
{
    /// <summary>The <see cref="Host"/> of a directory that exists only because something is mounted below it.</summary>
    internal const int Virtual = -1;

    /// <summary>The <see cref="Host"/> of a stream that swallows what is written to it.</summary>
    internal const int Mute = -2;

    /// <summary>The host's descriptor.</summary>
    public int Host;

    /// <summary>Descriptors and mappings that refer to this description.</summary>
    public uint References;

    /// <summary>Access mode and status flags (<see cref="OpenFlags"/>).</summary>
    public uint Flags;

    /// <summary>The type of the file (<see cref="Skiff.Personality.FileType"/>).</summary>
    public byte FileType;

    /// <summary>The lock of <c>flock</c> that this description holds.</summary>
    public int Lock;

    /// <summary>The file that <see cref="Lock"/> is on.</summary>
    public ulong LockDevice;

    /// <summary>The file that <see cref="Lock"/> is on.</summary>
    public ulong LockInode;

    /// <summary>The canonical path of a directory; null for anything else.</summary>
    public byte* Path;

    /// <summary>The entries of a directory, once it was read (<see cref="Directories.Read"/>).</summary>
    public byte* Entries;

    /// <summary>The bytes at <see cref="Entries"/>.</summary>
    public uint EntriesLength;

    /// <summary>Where in <see cref="Entries"/> the next call goes on.</summary>
    public uint EntriesPosition;
}
