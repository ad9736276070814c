namespace Skiff.Personality;

/// <summary>What a number stands for that the personality calls a host's descriptor: a file, a directory or a stream.</summary>
internal struct HostFile
{
    internal const byte Free = 0;

    /// <summary>A descriptor of `wasi:filesystem`.</summary>
    internal const byte File = 1;

    /// <summary>An input stream.</summary>
    internal const byte Input = 2;

    /// <summary>An output stream.</summary>
    internal const byte Output = 3;

    /// <summary>The <see cref="Handle"/>, <see cref="Appending"/> or <see cref="Pollable"/> that there is not.</summary>
    internal const int None = -1;

    /// <summary>Which of the above; <see cref="Free"/> for a number that stands for nothing.</summary>
    public byte Use;

    /// <summary>The type of the file (<see cref="Skiff.Personality.FileType"/>).</summary>
    public byte FileType;

    /// <summary>`fdflags` (<see cref="FdStat"/>).</summary>
    public ushort Flags;

    /// <summary>The handle of the descriptor or stream.</summary>
    public int Handle;

    /// <summary>The stream that appends to a file, once something was written.</summary>
    public int Appending;

    /// <summary>What becomes ready with a stream, once it was waited for.</summary>
    public int Pollable;

    /// <summary>Where a file is read and written.</summary>
    public ulong Position;
}
