using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>`wasi:filesystem/types`. Paths are relative to a descriptor, and need no NUL.</summary>
internal static unsafe class Filesystem
{
    private const string Module = "wasi:filesystem/types@0.2.12";

    [DllImport(Module, EntryPoint = "[method]descriptor.append-via-stream")]
    internal static extern void AppendViaStream(int descriptor, HandleResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.sync-data")]
    internal static extern void SyncData(int descriptor, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.get-type")]
    internal static extern void GetKind(int descriptor, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.set-size")]
    internal static extern void SetSize(int descriptor, ulong size, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.set-times")]
    internal static extern void SetTimes(
        int descriptor, int access, ulong accessSeconds, uint accessNanoseconds, int modification, ulong modificationSeconds, uint modificationNanoseconds, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.read")]
    internal static extern void Read(int descriptor, ulong length, ulong offset, ReadResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.write")]
    internal static extern void Write(int descriptor, byte* bytes, uint length, ulong offset, LongResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.read-directory")]
    internal static extern void ReadDirectory(int descriptor, HandleResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.sync")]
    internal static extern void Sync(int descriptor, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.create-directory-at")]
    internal static extern void CreateDirectoryAt(int descriptor, byte* path, uint length, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.stat")]
    internal static extern void Stat(int descriptor, StatResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.stat-at")]
    internal static extern void StatAt(int descriptor, uint pathFlags, byte* path, uint length, StatResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.set-times-at")]
    internal static extern void SetTimesAt(
        int descriptor, uint pathFlags, byte* path, uint length, int access, ulong accessSeconds, uint accessNanoseconds, int modification, ulong modificationSeconds, uint modificationNanoseconds, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.link-at")]
    internal static extern void LinkAt(int descriptor, uint pathFlags, byte* path, uint length, int newDescriptor, byte* newPath, uint newLength, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.open-at")]
    internal static extern void OpenAt(int descriptor, uint pathFlags, byte* path, uint length, uint openFlags, uint flags, HandleResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.readlink-at")]
    internal static extern void ReadlinkAt(int descriptor, byte* path, uint length, ListResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.remove-directory-at")]
    internal static extern void RemoveDirectoryAt(int descriptor, byte* path, uint length, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.rename-at")]
    internal static extern void RenameAt(int descriptor, byte* path, uint length, int newDescriptor, byte* newPath, uint newLength, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.symlink-at")]
    internal static extern void SymlinkAt(int descriptor, byte* target, uint targetLength, byte* path, uint length, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.unlink-file-at")]
    internal static extern void UnlinkFileAt(int descriptor, byte* path, uint length, ByteResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.metadata-hash")]
    internal static extern void MetadataHash(int descriptor, LongResult* result);

    [DllImport(Module, EntryPoint = "[method]descriptor.metadata-hash-at")]
    internal static extern void MetadataHashAt(int descriptor, uint pathFlags, byte* path, uint length, LongResult* result);

    [DllImport(Module, EntryPoint = "[method]directory-entry-stream.read-directory-entry")]
    internal static extern void ReadDirectoryEntry(int stream, DirectoryEntryResult* result);

    [DllImport(Module, EntryPoint = "filesystem-error-code")]
    internal static extern void ErrorCodeOf(int error, ByteResult* result);

    [DllImport(Module, EntryPoint = "[resource-drop]descriptor")]
    internal static extern void DropDescriptor(int descriptor);

    [DllImport(Module, EntryPoint = "[resource-drop]directory-entry-stream")]
    internal static extern void DropDirectoryEntryStream(int stream);
}
