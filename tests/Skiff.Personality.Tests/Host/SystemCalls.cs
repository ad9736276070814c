using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Personality.Tests;

/// <summary>The program's side: system calls as the C library makes them.</summary>
internal static unsafe class SystemCalls
{
    public const int WorkingDirectory = -100;

    public static int Open(string path, uint flags = OpenFlags.ReadOnly, int directory = WorkingDirectory)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<int, byte*, uint, void*, int>)&Personality.Open.OpenAt)(directory, text, flags, null);
        }
    }

    public static int Close(int fd) => ((delegate* unmanaged<int, int>)&Descriptors.Close)(fd);

    public static int Fcntl(int fd, int command, int argument = 0) =>
        ((delegate* unmanaged<int, int, int*, int>)&Control.Fcntl)(fd, command, &argument);

    public static int Ioctl(int fd, int request) => ((delegate* unmanaged<int, int, void*, int>)&Control.Ioctl)(fd, request, null);

    public static int FLock(int fd, int operation) => ((delegate* unmanaged<int, int, int>)&Locks.FLock)(fd, operation);

    public static int Read(int fd, out string text, int size = 100)
    {
        byte[] buffer = new byte[size];
        uint read = 0;
        int errno;
        fixed (byte* start = buffer)
        {
            Iovec iovec = new() { Buffer = start, Length = (uint)size };
            errno = ((delegate* unmanaged<int, Iovec*, uint, uint*, int>)&ReadWrite.Read)(fd, &iovec, 1, &read);
        }

        text = Encoding.UTF8.GetString(buffer, 0, (int)read);
        return errno;
    }

    public static int Write(int fd, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        uint written = 0;
        fixed (byte* start = bytes)
        {
            Iovec iovec = new() { Buffer = start, Length = (uint)bytes.Length };
            int errno = ((delegate* unmanaged<int, Iovec*, uint, uint*, int>)&ReadWrite.Write)(fd, &iovec, 1, &written);
            return errno == Errno.Success ? (int)written : -errno;
        }
    }

    public static string ReadAt(int fd, ulong offset, int size = 100)
    {
        byte[] buffer = new byte[size];
        uint read = 0;
        fixed (byte* start = buffer)
        {
            Iovec iovec = new() { Buffer = start, Length = (uint)size };
            Assert.Equal(0, ((delegate* unmanaged<int, Iovec*, uint, ulong, uint*, int>)&ReadWrite.ReadAt)(fd, &iovec, 1, offset, &read));
        }

        return Encoding.UTF8.GetString(buffer, 0, (int)read);
    }

    public static int WriteAt(int fd, string text, ulong offset)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        uint written = 0;
        fixed (byte* start = bytes)
        {
            Iovec iovec = new() { Buffer = start, Length = (uint)bytes.Length };
            int errno = ((delegate* unmanaged<int, Iovec*, uint, ulong, uint*, int>)&ReadWrite.WriteAt)(fd, &iovec, 1, offset, &written);
            return errno == Errno.Success ? (int)written : -errno;
        }
    }

    public static long Seek(int fd, long offset, byte whence)
    {
        ulong position = 0;
        int errno = ((delegate* unmanaged<int, long, byte, ulong*, int>)&ReadWrite.Seek)(fd, offset, whence, &position);
        return errno == Errno.Success ? (long)position : -errno;
    }

    public static int Truncate(int fd, long length) => ((delegate* unmanaged<int, long, int>)&ReadWrite.Truncate)(fd, length);

    public static int Stat(string path, out Stat64 stat, bool follow = true)
    {
        fixed (byte* text = Bytes(path))
        fixed (Stat64* result = &stat)
        {
            return follow
                ? ((delegate* unmanaged<byte*, Stat64*, int>)&FileStatus.Stat)(text, result)
                : ((delegate* unmanaged<byte*, Stat64*, int>)&FileStatus.LinkStat)(text, result);
        }
    }

    public static int Stat(int fd, out Stat64 stat)
    {
        fixed (Stat64* result = &stat)
        {
            return ((delegate* unmanaged<int, Stat64*, int>)&FileStatus.DescriptorStat)(fd, result);
        }
    }

    public static int StatAt(int directory, string path, int flags, out Stat64 stat)
    {
        fixed (byte* text = Bytes(path))
        fixed (Stat64* result = &stat)
        {
            return ((delegate* unmanaged<int, byte*, Stat64*, int, int>)&FileStatus.StatAt)(directory, text, result, flags);
        }
    }

    public static int Access(string path, int mode)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<int, byte*, int, int, int>)&FileStatus.Access)(WorkingDirectory, text, mode, 0);
        }
    }

    public static int ChangeMode(string path)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<byte*, uint, int>)&FileStatus.ChangeMode)(text, 0);
        }
    }

    public static int ChangeDirectory(string path)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<byte*, int>)&Personality.WorkingDirectory.ChangeDirectory)(text);
        }
    }

    public static string CurrentDirectory()
    {
        byte[] buffer = new byte[4096];
        fixed (byte* start = buffer)
        {
            int length = ((delegate* unmanaged<byte*, uint, int>)&Personality.WorkingDirectory.GetCurrentDirectory)(start, 4096);
            Assert.Equal(0, buffer[length - 1]);
            return Encoding.UTF8.GetString(buffer, 0, length - 1);
        }
    }

    public static int CurrentDirectory(uint size)
    {
        byte* buffer = stackalloc byte[16];
        return ((delegate* unmanaged<byte*, uint, int>)&Personality.WorkingDirectory.GetCurrentDirectory)(buffer, size);
    }

    public static int MakeDirectory(string path)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<int, byte*, uint, int>)&Names.MakeDirectory)(WorkingDirectory, text, 0);
        }
    }

    public static int RemoveDirectory(string path)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<byte*, int>)&Names.RemoveDirectory)(text);
        }
    }

    public static int Unlink(string path, int flags = 0)
    {
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<int, byte*, int, int>)&Names.Unlink)(WorkingDirectory, text, flags);
        }
    }

    public static int Rename(string path, string newPath)
    {
        fixed (byte* text = Bytes(path))
        fixed (byte* newText = Bytes(newPath))
        {
            return ((delegate* unmanaged<int, byte*, int, byte*, int>)&Names.Rename)(WorkingDirectory, text, WorkingDirectory, newText);
        }
    }

    public static int Link(string path, string newPath)
    {
        fixed (byte* text = Bytes(path))
        fixed (byte* newText = Bytes(newPath))
        {
            return ((delegate* unmanaged<byte*, byte*, int>)&Names.Link)(text, newText);
        }
    }

    public static int MakeSymbolicLink(string target, string path)
    {
        fixed (byte* targetText = Bytes(target))
        fixed (byte* text = Bytes(path))
        {
            return ((delegate* unmanaged<byte*, byte*, int>)&Names.MakeSymbolicLink)(targetText, text);
        }
    }

    public static int ReadLink(string path, out string target)
    {
        byte[] buffer = new byte[4096];
        int length;
        fixed (byte* text = Bytes(path))
        fixed (byte* start = buffer)
        {
            length = ((delegate* unmanaged<int, byte*, byte*, int, int>)&Names.ReadLink)(WorkingDirectory, text, start, buffer.Length);
        }

        target = length < 0 ? "" : Encoding.UTF8.GetString(buffer, 0, length);
        return length;
    }

    public static int SetTimes(string? path, Timespec accessed, Timespec modified, int directory = WorkingDirectory)
    {
        Timespec* times = stackalloc Timespec[2] { accessed, modified };
        fixed (byte* text = path == null ? null : Bytes(path))
        {
            return ((delegate* unmanaged<int, byte*, Timespec*, int, int>)&Times.SetTimes)(directory, text, times, 0);
        }
    }

    /// <summary>The names in a directory, read through a buffer of a given size as the C library does.</summary>
    public static List<string> List(int fd, int size = 2048, List<byte>? types = null)
    {
        byte[] buffer = new byte[size];
        List<string> names = [];
        fixed (byte* start = buffer)
        {
            while (true)
            {
                int used = ((delegate* unmanaged<int, byte*, uint, int>)&Directories.GetEntries)(fd, start, (uint)size);
                Assert.True(used >= 0, $"errno {-used}");
                if (used == 0)
                {
                    return names;
                }

                for (int position = 0; position < used;)
                {
                    Dirent64* entry = (Dirent64*)(start + position);
                    Assert.Equal(0, position % 8);
                    names.Add(Marshal.PtrToStringUTF8((nint)entry + (nint)Dirent64.NameOffset)!);
                    types?.Add(entry->Type);
                    position += entry->Length;
                    Assert.True(position <= used);
                }
            }
        }
    }

    public static int GetEntries(int fd, int size)
    {
        byte[] buffer = new byte[size];
        fixed (byte* start = buffer)
        {
            return ((delegate* unmanaged<int, byte*, uint, int>)&Directories.GetEntries)(fd, start, (uint)size);
        }
    }

    public static List<string> List(string path)
    {
        int fd = Open(path, OpenFlags.Directory);
        Assert.True(fd >= 0, $"errno {-fd}");
        List<string> names = List(fd);
        Assert.Equal(0, Close(fd));
        return names;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\0");
}
