namespace Skiff.Personality;

/// <summary>Reading a directory of the host.</summary>
internal static unsafe class HostDirectory
{
    /// <summary>
    /// Appends all its entries to <see cref="OpenFile.Entries"/>; an <see cref="Errno"/>. WASI 0.2 tells no identities of
    /// entries, so they have none.
    /// </summary>
    internal static int Read(OpenFile* file, uint* capacity)
    {
        HostFile* directory = HostFiles.GetFile(file->Host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        HandleResult stream;
        Filesystem.ReadDirectory(directory->Handle, &stream);
        if (stream.IsError != 0)
        {
            return ErrorCode.ToErrno(stream.Error);
        }

        DirectoryEntryResult result;
        int errno;
        do
        {
            Filesystem.ReadDirectoryEntry(stream.Handle, &result);
            errno = result.IsError.Value != 0 ? ErrorCode.ToErrno(result.IsSome.Value)
                : result.IsSome.Value != 0 ? Append(file, capacity, &result)
                : Errno.Success;
        }
        while (errno == Errno.Success && result.IsSome.Value != 0);
        Filesystem.DropDirectoryEntryStream(stream.Handle);
        return errno;
    }

    private static int Append(OpenFile* file, uint* capacity, DirectoryEntryResult* result)
    {
        Dirent* entry = Directories.Append(file, result->Name.Items, result->Name.Count, Wasi.TypeOf(result->Kind.Value), capacity);
        result->Name.Free();
        return entry == null ? Errno.NoMemory : Errno.Success;
    }
}
