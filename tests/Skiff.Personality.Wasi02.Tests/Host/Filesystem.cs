using Skiff.Personality.Tests;

namespace Skiff.Personality;

/// <summary>The handle of a descriptor is the preview1 host's number.</summary>
internal static unsafe class Filesystem
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;
    private const int FirstListing = 20_000;

    private static readonly Dictionary<int, Queue<KeyValuePair<string, FakeFile>>> s_listings = [];

    internal static void AppendViaStream(int descriptor, HandleResult* result) => *result = new HandleResult { Handle = descriptor + Streams.Appending };

    internal static void SyncData(int descriptor, ByteResult* result) => Sync(descriptor, result);

    internal static void Sync(int descriptor, ByteResult* result) => Answers.Return(Preview1.FdSync(descriptor), result);

    internal static void GetKind(int descriptor, ByteResult* result) =>
        Answers.Return(Errno.Success, result, Kind(FakeHost.Current.Descriptors[descriptor].File.Type));

    internal static void SetSize(int descriptor, ulong size, ByteResult* result) => Answers.Return(Preview1.FdFilestatSetSize(descriptor, size), result);

    internal static void SetTimes(
        int descriptor, int access, ulong accessSeconds, uint accessNanoseconds, int modification, ulong modificationSeconds, uint modificationNanoseconds, ByteResult* result) =>
        Answers.Return(
            Preview1.FdFilestatSetTimes(
                descriptor, (accessSeconds * NanosecondsPerSecond) + accessNanoseconds, (modificationSeconds * NanosecondsPerSecond) + modificationNanoseconds, Which(access, modification)),
            result);

    internal static void Read(int descriptor, ulong length, ulong offset, ReadResult* result)
    {
        byte[] buffer = new byte[length];
        uint read = 0;
        int errno;
        fixed (byte* start = buffer)
        {
            Iovec iovec = new() { Buffer = start, Length = (uint)length };
            errno = Preview1.FdPread(descriptor, &iovec, 1, offset, &read);
        }

        *result = default;
        result->IsError.Value = errno == Errno.Success ? (byte)0 : (byte)1;
        result->Bytes = errno == Errno.Success ? Answers.Bytes(buffer.AsSpan(0, (int)read)) : Answers.Error(errno);
    }

    internal static void Write(int descriptor, byte* bytes, uint length, ulong offset, LongResult* result)
    {
        Iovec iovec = new() { Buffer = bytes, Length = length };
        uint written = 0;
        int errno = Preview1.FdPwrite(descriptor, &iovec, 1, offset, &written);
        Return(errno, written, result);
    }

    internal static void ReadDirectory(int descriptor, HandleResult* result)
    {
        FakeHost.Current.ReaddirCalls++;
        int listing = FirstListing + s_listings.Count;
        s_listings.Add(listing, new(FakeHost.Current.Descriptors[descriptor].File.Children));
        *result = new HandleResult { Handle = listing };
    }

    internal static void ReadDirectoryEntry(int stream, DirectoryEntryResult* result)
    {
        *result = default;
        if (s_listings[stream].TryDequeue(out KeyValuePair<string, FakeFile> entry))
        {
            result->IsSome.Value = 1;
            result->Kind.Value = Kind(entry.Value.Type);
            result->Name = Answers.String(entry.Key);
        }
    }

    internal static void DropDirectoryEntryStream(int stream) => s_listings[stream].Clear();

    internal static void CreateDirectoryAt(int descriptor, byte* path, uint length, ByteResult* result) =>
        Answers.Return(Preview1.PathCreateDirectory(descriptor, path, length), result);

    internal static void Stat(int descriptor, StatResult* result)
    {
        FileStat stat;
        Return(Preview1.FdFilestatGet(descriptor, &stat), &stat, result);
    }

    internal static void StatAt(int descriptor, uint pathFlags, byte* path, uint length, StatResult* result)
    {
        FileStat stat;
        Return(Preview1.PathFilestatGet(descriptor, pathFlags, path, length, &stat), &stat, result);
    }

    internal static void SetTimesAt(
        int descriptor, uint pathFlags, byte* path, uint length, int access, ulong accessSeconds, uint accessNanoseconds, int modification, ulong modificationSeconds, uint modificationNanoseconds, ByteResult* result) =>
        Answers.Return(
            Preview1.PathFilestatSetTimes(
                descriptor, pathFlags, path, length, (accessSeconds * NanosecondsPerSecond) + accessNanoseconds, (modificationSeconds * NanosecondsPerSecond) + modificationNanoseconds, Which(access, modification)),
            result);

    internal static void LinkAt(int descriptor, uint pathFlags, byte* path, uint length, int newDescriptor, byte* newPath, uint newLength, ByteResult* result) =>
        Answers.Return(Preview1.PathLink(descriptor, pathFlags, path, length, newDescriptor, newPath, newLength), result);

    internal static void OpenAt(int descriptor, uint pathFlags, byte* path, uint length, uint openFlags, uint flags, HandleResult* result)
    {
        ulong rights = Rights.Any | ((flags & 1) != 0 ? Rights.Read : 0) | ((flags & 2) != 0 ? Rights.Write : 0);
        int opened = 0;
        int errno = Preview1.PathOpen(descriptor, pathFlags, path, length, (ushort)openFlags, rights, rights, 0, &opened);
        *result = default;
        if (errno == Errno.Success)
        {
            result->Handle = opened;
        }
        else
        {
            result->IsError = 1;
            result->Error = Answers.Code(errno);
        }
    }

    internal static void ReadlinkAt(int descriptor, byte* path, uint length, ListResult* result)
    {
        const int Most = 4096;
        byte* buffer = stackalloc byte[Most];
        uint used = 0;
        int errno = Preview1.PathReadlink(descriptor, path, length, buffer, Most, &used);
        *result = default;
        result->IsError.Value = errno == Errno.Success ? (byte)0 : (byte)1;
        result->List = errno == Errno.Success ? Answers.Bytes(new ReadOnlySpan<byte>(buffer, (int)used)) : Answers.Error(errno);
    }

    internal static void RemoveDirectoryAt(int descriptor, byte* path, uint length, ByteResult* result) =>
        Answers.Return(Preview1.PathRemoveDirectory(descriptor, path, length), result);

    internal static void RenameAt(int descriptor, byte* path, uint length, int newDescriptor, byte* newPath, uint newLength, ByteResult* result) =>
        Answers.Return(Preview1.PathRename(descriptor, path, length, newDescriptor, newPath, newLength), result);

    internal static void SymlinkAt(int descriptor, byte* target, uint targetLength, byte* path, uint length, ByteResult* result) =>
        Answers.Return(Preview1.PathSymlink(target, targetLength, descriptor, path, length), result);

    internal static void UnlinkFileAt(int descriptor, byte* path, uint length, ByteResult* result) =>
        Answers.Return(Preview1.PathUnlinkFile(descriptor, path, length), result);

    internal static void MetadataHash(int descriptor, LongResult* result)
    {
        FileStat stat;
        int errno = Preview1.FdFilestatGet(descriptor, &stat);
        Return(errno, stat.Inode, result);
    }

    internal static void MetadataHashAt(int descriptor, uint pathFlags, byte* path, uint length, LongResult* result)
    {
        FileStat stat;
        int errno = Preview1.PathFilestatGet(descriptor, pathFlags, path, length, &stat);
        Return(errno, stat.Inode, result);
    }

    internal static void ErrorCodeOf(int error, ByteResult* result) =>
        *result = new ByteResult { IsError = 1, Value = Answers.Code(Answers.ErrnoOf(error)) };

    internal static void DropDescriptor(int descriptor) => _ = Preview1.FdClose(descriptor);

    private static byte Kind(byte type)
    {
        byte kind = 1;
        while (Wasi.TypeOf(kind) != type)
        {
            kind++;
        }

        return kind;
    }

    private static ushort Which(int access, int modification) => (ushort)(
        (access == 2 ? FileStat.SetAccessed : access == 1 ? FileStat.SetAccessedNow : 0)
        | (modification == 2 ? FileStat.SetModified : modification == 1 ? FileStat.SetModifiedNow : 0));

    private static void Return(int errno, ulong value, LongResult* result)
    {
        *result = default;
        result->IsError = errno == Errno.Success ? (byte)0 : (byte)1;
        result->Value = errno == Errno.Success ? value : Answers.Code(errno);
    }

    private static void Return(int errno, FileStat* stat, StatResult* result)
    {
        *result = default;
        if (errno != Errno.Success)
        {
            result->IsError = 1;
            result->Error = Answers.Code(errno);
            return;
        }

        result->Kind = Kind(stat->FileType);
        result->Links = stat->Links;
        result->Size = stat->Size;
        result->Accessed = Time(stat->Accessed);
        result->Modified = Time(stat->Modified);
        result->Changed = Time(stat->Changed);
    }

    private static OptionalDatetime Time(ulong nanoseconds) => new()
    {
        IsSome = 1,
        Value = new Datetime { Seconds = nanoseconds / NanosecondsPerSecond, Nanoseconds = (uint)(nanoseconds % NanosecondsPerSecond) },
    };
}
