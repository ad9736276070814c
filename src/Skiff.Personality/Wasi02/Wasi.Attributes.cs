namespace Skiff.Personality;

/// <content>What is known of files, in the terms of either version.</content>
internal static unsafe partial class Wasi
{
    /// <summary>The cases of `new-timestamp`.</summary>
    private const int NoChange = 0;
    private const int Now = 1;
    private const int Timestamp = 2;

    /// <summary>The <see cref="FileType"/> for a `descriptor-type`.</summary>
    internal static byte TypeOf(byte kind) => kind switch
    {
        1 => FileType.BlockDevice,
        2 => FileType.CharacterDevice,
        3 => FileType.Directory,
        5 => FileType.SymbolicLink,
        6 => FileType.RegularFile,
        7 => FileType.SocketStream,
        _ => FileType.Unknown, // A pipe has no number in preview1.
    };

    /// <summary>
    /// The attributes of a file. There is no inode in WASI 0.2, but a hash of what makes a file the one that it is; the
    /// device is the same for all.
    /// </summary>
    private static int Convert(StatResult* result, LongResult* hash, FileStat* stat)
    {
        if (hash->IsError != 0)
        {
            return ErrorCode.ToErrno(hash->Error);
        }

        Text.Clear(stat, (uint)sizeof(FileStat));
        stat->Device = 1;
        stat->Inode = hash->Value;
        stat->FileType = TypeOf(result->Kind);
        stat->Links = result->Links;
        stat->Size = result->Size;
        stat->Accessed = Nanoseconds(&result->Accessed);
        stat->Modified = Nanoseconds(&result->Modified);
        stat->Changed = Nanoseconds(&result->Changed);
        return Errno.Success;
    }

    private static ulong Nanoseconds(OptionalDatetime* time) =>
        time->IsSome == 0 ? 0 : (time->Value.Seconds * NanosecondsPerSecond) + time->Value.Nanoseconds;

    /// <summary>The case of `new-timestamp` that `fstflags` come to.</summary>
    private static int NewTimestamp(ushort flags, int set, int setNow) =>
        (flags & set) != 0 ? Timestamp : (flags & setNow) != 0 ? Now : NoChange;
}
