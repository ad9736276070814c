using System.Runtime.InteropServices;
using System.Text;
using Skiff.Personality.Tests;

namespace Skiff.Personality;

/// <summary>The functions of WASI preview1 over the <see cref="FakeHost"/>, in place of the host's own.</summary>
#if WASI02
internal static unsafe class Preview1
#else
internal static unsafe class Wasi
#endif
{
    private static FakeHost Host => FakeHost.Current;

    internal static int ArgsSizesGet(uint* count, uint* size) => Sizes(Host.Arguments, count, size);

    internal static int ArgsGet(byte** arguments, byte* buffer) => Strings(Host.Arguments, arguments, buffer);

    internal static int EnvironSizesGet(uint* count, uint* size) => Sizes(Host.Environment, count, size);

    internal static int EnvironGet(byte** variables, byte* buffer) => Strings(Host.Environment, variables, buffer);

    internal static int ClockResGet(uint clock, ulong* resolution)
    {
        *resolution = 50;
        return Errno.Success;
    }

    internal static int ClockTimeGet(uint clock, ulong precision, ulong* time)
    {
        Host.Now += 10;
        *time = Host.Now;
        return Errno.Success;
    }

    internal static int RandomGet(byte* buffer, uint size)
    {
        if (size > 65536)
        {
            return Errno.Invalid;
        }

        RandomNumberGeneratorFill(buffer, size);
        return Errno.Success;
    }

    internal static int PollOneoff(Subscription* subscriptions, Event* events, uint count, uint* occurred)
    {
        *occurred = 0;
        if (Host.PollErrno != Errno.Success)
        {
            return Host.PollErrno;
        }

        Subscription* earliest = null;
        for (uint i = 0; i < count; i++)
        {
            if (subscriptions[i].Type == Subscription.Clock)
            {
                earliest = earliest == null || subscriptions[i].Timeout < earliest->Timeout ? subscriptions + i : earliest;
            }
            else if (!Host.StreamsWait)
            {
                events[(*occurred)++] = new Event { UserData = subscriptions[i].UserData, Type = subscriptions[i].Type };
            }
        }

        if (*occurred > 0)
        {
            Host.Waits++;
            return Errno.Success;
        }

        Assert.True(earliest != null, "This wait would never end.");
        Host.Sleeps.Add(earliest->Timeout);
        Host.Now += earliest->Timeout / Host.SleepsShort;
        events[(*occurred)++] = new Event { UserData = earliest->UserData };
        return Errno.Success;
    }

    internal static void ProcExit(int code) => throw new ExitException(code);

    internal static int FdPrestatGet(int fd, Prestat* prestat)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor) || descriptor.Preopen == null)
        {
            return Errno.BadDescriptor;
        }

        prestat->Tag = 0;
        prestat->NameLength = (uint)Encoding.UTF8.GetByteCount(descriptor.Preopen);
        return Errno.Success;
    }

    internal static int FdPrestatDirName(int fd, byte* path, uint length)
    {
        Encoding.UTF8.GetBytes(Host.Descriptors[fd].Preopen!).CopyTo(new Span<byte>(path, (int)length));
        return Errno.Success;
    }

    internal static int FdFdstatGet(int fd, FdStat* stat)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor))
        {
            return Errno.BadDescriptor;
        }

        stat->FileType = descriptor.File.Type;
        stat->Flags = descriptor.Flags;
        stat->Rights = descriptor.Rights;
        stat->Inheriting = descriptor.Inheriting;
        return Errno.Success;
    }

    internal static int FdFdstatSetFlags(int fd, ushort flags)
    {
        Host.Descriptors[fd].Flags = flags;
        return Errno.Success;
    }

    internal static int FdFilestatGet(int fd, FileStat* stat)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor))
        {
            return Errno.BadDescriptor;
        }

        Fill(descriptor.File, stat);
        return Errno.Success;
    }

    internal static int FdFilestatSetSize(int fd, ulong size)
    {
        FakeFile file = Host.Descriptors[fd].File;
        byte[] content = new byte[size];
        file.Content.AsSpan(0, Math.Min(content.Length, file.Content.Length)).CopyTo(content);
        file.Content = content;
        return Errno.Success;
    }

    internal static int FdFilestatSetTimes(int fd, ulong accessed, ulong modified, ushort flags) =>
        SetTimes(Host.Descriptors[fd].File, accessed, modified, flags);

    internal static int FdClose(int fd) => Host.Descriptors.Remove(fd) ? Errno.Success : Errno.BadDescriptor;

    internal static int FdRead(int fd, Iovec* iovecs, uint count, uint* read)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor) || (descriptor.Rights & Rights.FdRead) == 0)
        {
            return Errno.BadDescriptor;
        }

        if (fd < 3)
        {
            if (Host.StreamErrors.TryDequeue(out int errno))
            {
                return errno;
            }

            byte[] input = Host.Input.Count > 0 ? Host.Input.Dequeue() : [];
            input.CopyTo(new Span<byte>(iovecs->Buffer, (int)iovecs->Length));
            *read = (uint)input.Length;
            return Errno.Success;
        }

        *read = ReadAt(descriptor.File, iovecs, count, descriptor.Position);
        descriptor.Position += *read;
        return Errno.Success;
    }

    internal static int FdWrite(int fd, Iovec* iovecs, uint count, uint* written)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor) || (descriptor.Rights & Rights.FdWrite) == 0)
        {
            return Errno.BadDescriptor;
        }

        if (fd < 3)
        {
            if (Host.StreamErrors.TryDequeue(out int errno))
            {
                return errno;
            }

            // A pipe takes what it has room for.
            uint length = Math.Min(iovecs->Length, 4096);
            (fd == 1 ? Host.Output : Host.Errors).Append(Encoding.UTF8.GetString(iovecs->Buffer, (int)length));
            *written = length;
            return Errno.Success;
        }

        long position = (descriptor.Flags & FdStat.Append) != 0 ? descriptor.File.Content.Length : descriptor.Position;
        *written = WriteAt(descriptor.File, iovecs, count, position);
        descriptor.Position = position + *written;
        return Errno.Success;
    }

    internal static int FdPread(int fd, Iovec* iovecs, uint count, ulong offset, uint* read)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor) || (descriptor.Rights & Rights.FdRead) == 0)
        {
            return Errno.BadDescriptor;
        }

        *read = ReadAt(descriptor.File, iovecs, count, (long)offset);
        return Errno.Success;
    }

    internal static int FdPwrite(int fd, Iovec* iovecs, uint count, ulong offset, uint* written)
    {
        if (!Host.Descriptors.TryGetValue(fd, out FakeDescriptor? descriptor) || (descriptor.Rights & Rights.FdWrite) == 0)
        {
            return Errno.BadDescriptor;
        }

        *written = WriteAt(descriptor.File, iovecs, count, (long)offset);
        return Errno.Success;
    }

    internal static int FdSeek(int fd, long offset, byte whence, ulong* position)
    {
        FakeDescriptor descriptor = Host.Descriptors[fd];
        if (fd < 3)
        {
            return Errno.InvalidSeek;
        }

        long result = offset + (whence == 1 ? descriptor.Position : whence == 2 ? descriptor.File.Content.Length : 0);
        if (result < 0)
        {
            return Errno.Invalid;
        }

        descriptor.Position = result;
        *position = (ulong)result;
        return Errno.Success;
    }

    internal static int FdSync(int fd) => Host.Descriptors.ContainsKey(fd) ? Errno.Success : Errno.BadDescriptor;

    internal static int FdReaddir(int fd, byte* buffer, uint length, ulong cookie, uint* used)
    {
        Host.ReaddirCalls++;
        FakeFile directory = Host.Descriptors[fd].File;
        MemoryStream stream = new();
        ulong index = 0;
        List<(string, FakeFile)> entries = [(".", directory), ("..", directory), .. directory.Children.Select(child => (child.Key, child.Value))];
        foreach ((string name, FakeFile file) in entries)
        {
            index++;
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            Dirent entry = new() { Next = index, Inode = file.Inode, NameLength = (uint)bytes.Length, FileType = file.Type };
            if (index > cookie)
            {
                stream.Write(new ReadOnlySpan<byte>(&entry, sizeof(Dirent)));
                stream.Write(bytes);
            }
        }

        *used = (uint)Math.Min(length, stream.Length);
        stream.ToArray().AsSpan(0, (int)*used).CopyTo(new Span<byte>(buffer, (int)length));
        return Errno.Success;
    }

    internal static int PathOpen(int fd, uint lookup, byte* path, uint length, ushort open, ulong rights, ulong inheriting, ushort flags, int* opened)
    {
        FakeDescriptor directory = Host.Descriptors[fd];
        if ((rights & ~directory.Inheriting) != 0)
        {
            return Errno.NotCapable;
        }

        int errno = Walk(fd, path, length, lookup != 0, out FakeFile parent, out string name, out FakeFile? file);
        if (errno != Errno.Success)
        {
            return errno;
        }

        bool creates = (open & 1) != 0;
        if (file == null)
        {
            if (!creates)
            {
                return Errno.NoEntry;
            }

            if (directory.ReadOnly)
            {
                return Errno.NotPermitted;
            }

            parent.Children[name] = file = Host.New(FileType.RegularFile);
        }
        else if (creates && (open & 4) != 0)
        {
            return Errno.Exists;
        }
        else if (file.Type == FileType.SymbolicLink)
        {
            return 32; // ELOOP
        }
        else if (file.Type == FileType.Directory && ((rights & Rights.FdWrite) != 0 || creates))
        {
            return Errno.IsDirectory;
        }
        else if (file.Type != FileType.Directory && (open & 2) != 0)
        {
            return Errno.NotDirectory;
        }

        if ((open & 8) != 0)
        {
            if (directory.ReadOnly)
            {
                return Errno.NotPermitted;
            }

            file.Content = [];
        }

        int result = 3;
        while (Host.Descriptors.ContainsKey(result))
        {
            result++;
        }

        Host.Descriptors[result] = new FakeDescriptor(file) { Rights = rights, Inheriting = inheriting, Flags = flags };
        *opened = result;
        return Errno.Success;
    }

    internal static int PathFilestatGet(int fd, uint lookup, byte* path, uint length, FileStat* stat)
    {
        int errno = Find(fd, path, length, lookup != 0, out FakeFile? file);
        if (errno == Errno.Success)
        {
            Fill(file!, stat);
        }

        return errno;
    }

    internal static int PathFilestatSetTimes(int fd, uint lookup, byte* path, uint length, ulong accessed, ulong modified, ushort flags)
    {
        int errno = Find(fd, path, length, lookup != 0, out FakeFile? file);
        return errno == Errno.Success ? SetTimes(file!, accessed, modified, flags) : errno;
    }

    internal static int PathCreateDirectory(int fd, byte* path, uint length)
    {
        int errno = ForWriting(fd, path, length, out FakeFile parent, out string name, out FakeFile? file);
        if (errno != Errno.Success || file != null)
        {
            return errno != Errno.Success ? errno : Errno.Exists;
        }

        parent.Children[name] = Host.New(FileType.Directory);
        return Errno.Success;
    }

    internal static int PathRemoveDirectory(int fd, byte* path, uint length)
    {
        int errno = ForWriting(fd, path, length, out FakeFile parent, out string name, out FakeFile? file);
        if (errno != Errno.Success || file == null)
        {
            return errno != Errno.Success ? errno : Errno.NoEntry;
        }

        if (file.Type != FileType.Directory)
        {
            return Errno.NotDirectory;
        }

        if (file.Children.Count > 0)
        {
            return 55; // ENOTEMPTY
        }

        parent.Children.Remove(name);
        return Errno.Success;
    }

    internal static int PathUnlinkFile(int fd, byte* path, uint length)
    {
        int errno = ForWriting(fd, path, length, out FakeFile parent, out string name, out FakeFile? file);
        if (errno != Errno.Success || file == null)
        {
            return errno != Errno.Success ? errno : Errno.NoEntry;
        }

        if (file.Type == FileType.Directory)
        {
            return Errno.IsDirectory;
        }

        parent.Children.Remove(name);
        return Errno.Success;
    }

    internal static int PathRename(int fd, byte* path, uint length, int newFd, byte* newPath, uint newLength)
    {
        int errno = ForWriting(fd, path, length, out FakeFile parent, out string name, out FakeFile? file);
        if (errno != Errno.Success || file == null)
        {
            return errno != Errno.Success ? errno : Errno.NoEntry;
        }

        errno = ForWriting(newFd, newPath, newLength, out FakeFile newParent, out string newName, out _);
        if (errno == Errno.Success)
        {
            parent.Children.Remove(name);
            newParent.Children[newName] = file;
        }

        return errno;
    }

    internal static int PathLink(int fd, uint lookup, byte* path, uint length, int newFd, byte* newPath, uint newLength)
    {
        int errno = Find(fd, path, length, lookup != 0, out FakeFile? file);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = ForWriting(newFd, newPath, newLength, out FakeFile parent, out string name, out FakeFile? existing);
        if (errno != Errno.Success || existing != null)
        {
            return errno != Errno.Success ? errno : Errno.Exists;
        }

        parent.Children[name] = file!;
        file!.Links++;
        return Errno.Success;
    }

    internal static int PathSymlink(byte* target, uint targetLength, int fd, byte* path, uint length)
    {
        string text = Encoding.UTF8.GetString(target, (int)targetLength);
        if (Host.RefusesAbsoluteLinks && text.StartsWith('/'))
        {
            return Errno.NotPermitted;
        }

        int errno = ForWriting(fd, path, length, out FakeFile parent, out string name, out FakeFile? file);
        if (errno != Errno.Success || file != null)
        {
            return errno != Errno.Success ? errno : Errno.Exists;
        }

        Host.AddLink(parent, name, text);
        return Errno.Success;
    }

    internal static int PathReadlink(int fd, byte* path, uint length, byte* buffer, uint size, uint* used)
    {
        int errno = Find(fd, path, length, false, out FakeFile? file);
        if (errno != Errno.Success)
        {
            return errno;
        }

        if (file!.Type != FileType.SymbolicLink)
        {
            return Errno.Invalid;
        }

        byte[] target = Encoding.UTF8.GetBytes(file.Target);
        *used = (uint)Math.Min(target.Length, (int)size);
        target.AsSpan(0, (int)*used).CopyTo(new Span<byte>(buffer, (int)size));
        return Errno.Success;
    }

    private static void RandomNumberGeneratorFill(byte* buffer, uint size) =>
        System.Security.Cryptography.RandomNumberGenerator.Fill(new Span<byte>(buffer, (int)size));

    private static int Walk(int fd, byte* path, uint length, bool follow, out FakeFile parent, out string name, out FakeFile? file)
    {
        string text = Encoding.UTF8.GetString(path, (int)length);
        Host.Paths.Add(text);
        return FakeHost.Walk(Host.Descriptors[fd].File, text, follow, out parent, out name, out file);
    }

    private static int Find(int fd, byte* path, uint length, bool follow, out FakeFile? file)
    {
        int errno = Walk(fd, path, length, follow, out _, out _, out file);
        return errno == Errno.Success && file == null ? Errno.NoEntry : errno;
    }

    private static int ForWriting(int fd, byte* path, uint length, out FakeFile parent, out string name, out FakeFile? file)
    {
        int errno = Walk(fd, path, length, false, out parent, out name, out file);
        return errno == Errno.Success && Host.Descriptors[fd].ReadOnly ? Errno.NotPermitted : errno;
    }

    private static int Sizes(List<string> texts, uint* count, uint* size)
    {
        *count = (uint)texts.Count;
        *size = (uint)texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        return Errno.Success;
    }

    private static int Strings(List<string> texts, byte** pointers, byte* buffer)
    {
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
            Marshal.Copy(bytes, 0, (nint)buffer, bytes.Length);
            *pointers++ = buffer;
            buffer += bytes.Length;
        }

        return Errno.Success;
    }

    private static void Fill(FakeFile file, FileStat* stat)
    {
        *stat = new FileStat
        {
            Device = 0x1_0000_0007,
            Inode = file.Inode,
            FileType = file.Type,
            Links = file.Links,
            Size = (ulong)file.Content.Length,
            Accessed = file.Accessed,
            Modified = file.Modified,
            Changed = file.Changed,
        };
    }

    private static int SetTimes(FakeFile file, ulong accessed, ulong modified, ushort flags)
    {
        file.Accessed = (flags & FileStat.SetAccessed) != 0 ? accessed : (flags & FileStat.SetAccessedNow) != 0 ? Host.Now : file.Accessed;
        file.Modified = (flags & FileStat.SetModified) != 0 ? modified : (flags & FileStat.SetModifiedNow) != 0 ? Host.Now : file.Modified;
        return Errno.Success;
    }

    private static uint ReadAt(FakeFile file, Iovec* iovecs, uint count, long position)
    {
        uint total = 0;
        for (uint i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> rest = file.Content.AsSpan((int)Math.Min(position + total, file.Content.Length));
            int length = Math.Min(rest.Length, (int)iovecs[i].Length);
            rest[..length].CopyTo(new Span<byte>(iovecs[i].Buffer, length));
            total += (uint)length;
        }

        return total;
    }

    private static uint WriteAt(FakeFile file, Iovec* iovecs, uint count, long position)
    {
        uint total = 0;
        for (uint i = 0; i < count; i++)
        {
            int length = (int)iovecs[i].Length;
            int start = (int)position + (int)total;
            if (file.Content.Length < start + length)
            {
                byte[] content = file.Content;
                Array.Resize(ref content, start + length);
                file.Content = content;
            }

            new Span<byte>(iovecs[i].Buffer, length).CopyTo(file.Content.AsSpan(start));
            total += (uint)length;
        }

        return total;
    }
}
