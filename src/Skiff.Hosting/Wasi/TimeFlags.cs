namespace Skiff.Hosting.Wasi;

/// <summary>Which times to set (<c>fstflags</c>).</summary>
[Flags]
internal enum TimeFlags : ushort
{
    None = 0,
    Accessed = 1 << 0,
    AccessedNow = 1 << 1,
    Modified = 1 << 2,
    ModifiedNow = 1 << 3,
}
