namespace Skiff.Personality.Tests;

/// <summary>A file, directory or symbolic link of the <see cref="FakeHost"/>.</summary>
internal sealed class FakeFile(ulong inode, byte type)
{
    public ulong Inode => inode;

    public byte Type => type;

    public byte[] Content { get; set; } = [];

    public SortedDictionary<string, FakeFile> Children { get; } = new(StringComparer.Ordinal);

    public string Target { get; set; } = "";

    public ulong Links { get; set; } = 1;

    public ulong Accessed { get; set; } = 1_000_000_001;

    public ulong Modified { get; set; } = 2_000_000_002;

    public ulong Changed { get; set; } = 3_000_000_003;
}
