namespace Skiff.Personality.Tests;

/// <summary>An open descriptor of the <see cref="FakeHost"/>.</summary>
internal sealed class FakeDescriptor(FakeFile file)
{
    public FakeFile File => file;

    /// <summary>The guest's name of a preopened directory.</summary>
    public string? Preopen { get; init; }

    public bool ReadOnly { get; init; }

    public ulong Rights { get; set; } = ulong.MaxValue;

    public ulong Inheriting { get; set; } = ulong.MaxValue;

    public ushort Flags { get; set; }

    public long Position { get; set; }
}
