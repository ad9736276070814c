namespace Skiff.Personality;

/// <content>Files and streams that are open.</content>
internal static unsafe partial class Wasi
{
    private const byte SeekSet = 0;
    private const byte SeekCurrent = 1;
    private const byte SeekEnd = 2;

    /// <summary>The most that `blocking-write-and-flush` takes.</summary>
    private const uint MostToFlush = 4096;

    internal static int FdClose(int host)
    {
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return HostFiles.Get(host) == null ? Errno.BadDescriptor : Errno.Success;
        }

        if (file->Appending != HostFile.None)
        {
            Streams.DropOutput(file->Appending);
        }

        Filesystem.DropDescriptor(file->Handle);
        file->Use = HostFile.Free;
        return Errno.Success;
    }

    internal static int FdFdstatGet(int host, FdStat* stat)
    {
        HostFile* file = HostFiles.Get(host);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        Text.Clear(stat, (uint)sizeof(FdStat));
        stat->FileType = file->FileType;
        stat->Flags = file->Flags;
        stat->Rights = file->Use switch
        {
            HostFile.Input => Rights.FdRead | Rights.PollFdReadwrite,
            HostFile.Output => Rights.FdWrite | Rights.PollFdReadwrite,
            _ => Rights.Any | Rights.Read | Rights.Write,
        };
        return Errno.Success;
    }

    internal static int FdFdstatSetFlags(int host, ushort flags)
    {
        HostFile* file = HostFiles.Get(host);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        file->Flags = flags;
        return Errno.Success;
    }

    internal static int FdFilestatGet(int host, FileStat* stat)
    {
        HostFile* file = HostFiles.Get(host);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        if (file->Use != HostFile.File)
        {
            Text.Clear(stat, (uint)sizeof(FileStat));
            stat->FileType = file->FileType;
            return Errno.Success;
        }

        StatResult result;
        Filesystem.Stat(file->Handle, &result);
        if (result.IsError != 0)
        {
            return ErrorCode.ToErrno(result.Error);
        }

        LongResult hash;
        Filesystem.MetadataHash(file->Handle, &hash);
        return Convert(&result, &hash, stat);
    }

    internal static int FdFilestatSetSize(int host, ulong size)
    {
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return Errno.Invalid;
        }

        ByteResult result;
        Filesystem.SetSize(file->Handle, size, &result);
        return ErrorCode.Of(&result);
    }

    internal static int FdFilestatSetTimes(int host, ulong accessed, ulong modified, ushort flags)
    {
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.SetTimes(
            file->Handle,
            NewTimestamp(flags, FileStat.SetAccessed, FileStat.SetAccessedNow),
            accessed / NanosecondsPerSecond,
            (uint)(accessed % NanosecondsPerSecond),
            NewTimestamp(flags, FileStat.SetModified, FileStat.SetModifiedNow),
            modified / NanosecondsPerSecond,
            (uint)(modified % NanosecondsPerSecond),
            &result);
        return ErrorCode.Of(&result);
    }

    internal static int FdRead(int host, Iovec* iovecs, uint count, uint* read)
    {
        HostFile* file = HostFiles.Get(host);
        *read = 0;
        if (file == null || file->Use == HostFile.Output)
        {
            return Errno.BadDescriptor;
        }

        if (file->Use == HostFile.Input)
        {
            return ReadStream(Handle(host, file), iovecs, count, read);
        }

        int errno = FdPread(host, iovecs, count, file->Position, read);
        file->Position += *read;
        return errno;
    }

    internal static int FdWrite(int host, Iovec* iovecs, uint count, uint* written)
    {
        HostFile* file = HostFiles.Get(host);
        *written = 0;
        if (file == null || file->Use == HostFile.Input)
        {
            return Errno.BadDescriptor;
        }

        if (file->Use == HostFile.Output)
        {
            return WriteStream(Handle(host, file), iovecs, count, (file->Flags & FdStat.NonBlocking) != 0, written);
        }

        if ((file->Flags & FdStat.Append) != 0)
        {
            return Append(file, iovecs, count, written);
        }

        int errno = FdPwrite(host, iovecs, count, file->Position, written);
        file->Position += *written;
        return errno;
    }

    internal static int FdPread(int host, Iovec* iovecs, uint count, ulong offset, uint* read)
    {
        *read = 0;
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return HostFiles.Get(host) == null ? Errno.BadDescriptor : Errno.InvalidSeek;
        }

        for (uint i = 0; i < count; i++)
        {
            uint length = iovecs[i].Length;
            if (length == 0)
            {
                continue;
            }

            ReadResult result;
            Realloc.Offer(iovecs[i].Buffer, length);
            Filesystem.Read(file->Handle, length, offset + *read, &result);
            if (result.IsError.Value != 0)
            {
                Realloc.Withdraw();
                return *read > 0 ? Errno.Success : ErrorCode.ToErrno(result.Error);
            }

            uint got = Realloc.Take(result.Bytes.Items, result.Bytes.Count, iovecs[i].Buffer, length);
            *read += got;
            if (got < length)
            {
                break;
            }
        }

        return Errno.Success;
    }

    internal static int FdPwrite(int host, Iovec* iovecs, uint count, ulong offset, uint* written)
    {
        *written = 0;
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return HostFiles.Get(host) == null ? Errno.BadDescriptor : Errno.InvalidSeek;
        }

        for (uint i = 0; i < count; i++)
        {
            uint length = iovecs[i].Length;
            if (length == 0)
            {
                continue;
            }

            LongResult result;
            Filesystem.Write(file->Handle, iovecs[i].Buffer, length, offset + *written, &result);
            if (result.IsError != 0)
            {
                return *written > 0 ? Errno.Success : ErrorCode.ToErrno(result.Error);
            }

            *written += (uint)result.Value;
            if (result.Value < length)
            {
                break;
            }
        }

        return SyncWrites(file);
    }

    internal static int FdSeek(int host, long offset, byte whence, ulong* position)
    {
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return HostFiles.Get(host) == null ? Errno.BadDescriptor : Errno.InvalidSeek;
        }

        if (file->FileType is FileType.Unknown or FileType.SocketStream or FileType.SocketDatagram)
        {
            return Errno.InvalidSeek;
        }

        ulong origin = whence == SeekCurrent ? file->Position : 0;
        if (whence == SeekEnd)
        {
            int errno = SizeOf(file, &origin);
            if (errno != Errno.Success)
            {
                return errno;
            }
        }
        else if (whence is not SeekSet and not SeekCurrent)
        {
            return Errno.Invalid;
        }

        long target = (long)origin + offset;
        if (target < 0)
        {
            return Errno.Invalid;
        }

        file->Position = (ulong)target;
        *position = (ulong)target;
        return Errno.Success;
    }

    internal static int FdSync(int host)
    {
        HostFile* file = HostFiles.GetFile(host);
        if (file == null)
        {
            return HostFiles.Get(host) == null ? Errno.BadDescriptor : Errno.Invalid;
        }

        ByteResult result;
        Filesystem.Sync(file->Handle, &result);
        return ErrorCode.Of(&result);
    }

    /// <summary>The handle of a stream, which is asked for now if it was not before.</summary>
    private static int Handle(int host, HostFile* file)
    {
        if (file->Handle == HostFile.None)
        {
            file->Handle = StandardStream.Open(host);
        }

        return file->Handle;
    }

    /// <summary>Reads what is there. <see cref="Errno.Again"/> when that is nothing and the stream has not ended.</summary>
    private static int ReadStream(int stream, Iovec* iovecs, uint count, uint* read)
    {
        for (uint i = 0; i < count; i++)
        {
            if (iovecs[i].Length == 0)
            {
                continue;
            }

            StreamResult result;
            Realloc.Offer(iovecs[i].Buffer, iovecs[i].Length);
            Streams.Read(stream, iovecs[i].Length, &result);
            if (result.IsError.Value != 0)
            {
                Realloc.Withdraw();
                return result.IsClosed ? Errno.Success : ErrorCode.OfStream(false, result.Failure);
            }

            *read = Realloc.Take(result.Bytes.Items, result.Bytes.Count, iovecs[i].Buffer, iovecs[i].Length);
            return *read == 0 ? Errno.Again : Errno.Success;
        }

        return Errno.Success;
    }

    /// <summary>
    /// Writes everything and waits until it has gone where it goes, unless the stream is never to wait: then as much as
    /// there is room for, or <see cref="Errno.Again"/>.
    /// </summary>
    private static int WriteStream(int stream, Iovec* iovecs, uint count, bool nonBlocking, uint* written)
    {
        StreamResult result = default;
        bool flushes = false;
        for (uint i = 0; i < count; i++)
        {
            uint length = iovecs[i].Length;
            uint done = 0;
            while (done < length)
            {
                uint room = length - done;
                if (!nonBlocking && room <= MostToFlush)
                {
                    Streams.BlockingWriteAndFlush(stream, iovecs[i].Buffer + done, room, &result);
                    flushes = false;
                }
                else
                {
                    int errno = Room(stream, nonBlocking, &room);
                    if (errno != Errno.Success)
                    {
                        return *written > 0 ? Errno.Success : errno;
                    }

                    Streams.Write(stream, iovecs[i].Buffer + done, room, &result);
                    flushes = true;
                }

                if (result.IsError.Value != 0)
                {
                    return ErrorCode.OfStream(result.IsClosed, result.Failure);
                }

                done += room;
                *written += room;
            }
        }

        if (flushes && !nonBlocking)
        {
            Streams.BlockingFlush(stream, &result);
        }

        return result.IsError.Value == 0 ? Errno.Success : ErrorCode.OfStream(result.IsClosed, result.Failure);
    }

    /// <summary>Waits, if it may, until a stream has room, and limits a number of bytes to that.</summary>
    private static int Room(int stream, bool nonBlocking, uint* length)
    {
        while (true)
        {
            CheckWriteResult result;
            Streams.CheckWrite(stream, &result);
            if (result.IsError != 0)
            {
                return ErrorCode.OfStream(result.IsClosed != 0, result.Failure);
            }

            if (result.Room > 0)
            {
                *length = result.Room < *length ? (uint)result.Room : *length;
                return Errno.Success;
            }

            if (nonBlocking)
            {
                return Errno.Again;
            }

            int pollable = Streams.SubscribeOutput(stream);
            Pollables.Block(pollable);
            Pollables.Drop(pollable);
        }
    }

    /// <summary>Writes at the end of a file, wherever that is by then; the position is behind it afterwards.</summary>
    private static int Append(HostFile* file, Iovec* iovecs, uint count, uint* written)
    {
        if (file->Appending == HostFile.None)
        {
            HandleResult stream;
            Filesystem.AppendViaStream(file->Handle, &stream);
            if (stream.IsError != 0)
            {
                return ErrorCode.ToErrno(stream.Error);
            }

            file->Appending = stream.Handle;
        }

        int errno = WriteStream(file->Appending, iovecs, count, false, written);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = SizeOf(file, &file->Position);
        return errno == Errno.Success ? SyncWrites(file) : errno;
    }

    /// <summary>Does what hosts do not have to support as a flag of a descriptor.</summary>
    private static int SyncWrites(HostFile* file)
    {
        ByteResult result;
        result.IsError = 0;
        if ((file->Flags & FdStat.Sync) != 0)
        {
            Filesystem.Sync(file->Handle, &result);
        }
        else if ((file->Flags & FdStat.DataSync) != 0)
        {
            Filesystem.SyncData(file->Handle, &result);
        }

        return ErrorCode.Of(&result);
    }

    private static int SizeOf(HostFile* file, ulong* size)
    {
        StatResult result;
        Filesystem.Stat(file->Handle, &result);
        *size = result.IsError == 0 ? result.Size : 0;
        return result.IsError == 0 ? Errno.Success : ErrorCode.ToErrno(result.Error);
    }
}
