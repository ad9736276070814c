namespace Skiff.Personality;

/// <summary>Rights of descriptors (WASI preview1 `rights`), in the groups that <c>open</c> asks for.</summary>
internal static class Rights
{
    internal const ulong FdDatasync = 1 << 0;
    internal const ulong FdRead = 1 << 1;
    internal const ulong FdSeek = 1 << 2;
    internal const ulong FdFdstatSetFlags = 1 << 3;
    internal const ulong FdSync = 1 << 4;
    internal const ulong FdTell = 1 << 5;
    internal const ulong FdWrite = 1 << 6;
    internal const ulong FdAdvise = 1 << 7;
    internal const ulong FdAllocate = 1 << 8;
    internal const ulong FdReaddir = 1 << 14;
    internal const ulong FdFilestatGet = 1 << 21;
    internal const ulong FdFilestatSetSize = 1 << 22;
    internal const ulong FdFilestatSetTimes = 1 << 23;
    internal const ulong PollFdReadwrite = 1 << 27;

    /// <summary>What every open file may do, as far as its preopen grants it.</summary>
    internal const ulong Any = FdSeek | FdFdstatSetFlags | FdSync | FdTell | FdAdvise | FdFilestatGet | FdFilestatSetTimes | PollFdReadwrite;

    /// <summary>What a file open for reading may do besides.</summary>
    internal const ulong Read = FdRead | FdReaddir;

    /// <summary>What a file open for writing may do besides.</summary>
    internal const ulong Write = FdWrite | FdDatasync | FdAllocate | FdFilestatSetSize;
}
