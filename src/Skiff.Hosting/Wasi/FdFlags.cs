namespace Skiff.Hosting.Wasi;

/// <summary>How a descriptor reads and writes (<c>fdflags</c>).</summary>
[Flags]
internal enum FdFlags : ushort
{
    None = 0,
    Append = 1 << 0,
    DataSync = 1 << 1,
    NonBlocking = 1 << 2,
    ReadSync = 1 << 3,
    Sync = 1 << 4,
}
