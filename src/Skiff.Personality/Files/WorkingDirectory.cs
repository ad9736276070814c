using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The working directory. WASI has none, so it is a text kept here.</summary>
internal static unsafe class WorkingDirectory
{
    private static byte* _path;

    /// <summary>Its canonical path (<see cref="Paths"/>).</summary>
    internal static byte* Path => _path == null ? Paths.Root : _path;

    /// <summary>Starts where the host says, else in the directory that `PWD` names, when there is one, else in the root.</summary>
    internal static void Initialize()
    {
        Start(Host.InitialDirectory());
        Start(Environ.Get("PWD"u8));
    }

    /// <summary>Forgets it: back to the root.</summary>
    internal static void Reset()
    {
        Runtime.Free(_path);
        _path = null;
    }

    /// <summary>Sets it to a canonical path. False when there is no memory.</summary>
    internal static bool Set(byte* path, uint length)
    {
        byte* copy = Text.Duplicate(path, length);
        if (copy == null)
        {
            return false;
        }

        Runtime.Free(_path);
        _path = copy;
        return true;
    }

    /// <summary><c>chdir</c>. Errors: those of <c>stat</c>, <see cref="Errno.NotDirectory"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_chdir")]
    internal static int ChangeDirectory(byte* path) => -Change(path);

    /// <summary>
    /// <c>getcwd</c>: the length with the NUL. Errors: <see cref="Errno.Range"/> when <paramref name="size"/> is too
    /// small, <see cref="Errno.Invalid"/> when it is 0.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_getcwd")]
    internal static int GetCurrentDirectory(byte* buffer, uint size)
    {
        byte* path = *Path == 0 ? Text.Of("/"u8) : Path;
        uint length = Text.Length(path) + 1;
        if (size == 0)
        {
            return -Errno.Invalid;
        }

        if (size < length)
        {
            return -Errno.Range;
        }

        Text.Copy(buffer, path, length);
        return (int)length;
    }

    /// <summary>Starts in a directory, unless it is not there or there is a start already; the text is freed.</summary>
    private static void Start(byte* name)
    {
        if (_path == null && name != null && *name == '/')
        {
            _ = Change(name);
        }

        Runtime.Free(name);
    }

    private static int Change(byte* path)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(Paths.AtWorkingDirectory, path, buffer, &location);
        if (errno != Errno.Success)
        {
            return errno;
        }

        FileStat stat;
        errno = FileStatus.Get(&location, true, &stat);
        if (errno != Errno.Success)
        {
            return errno;
        }

        if (stat.FileType != FileType.Directory)
        {
            return Errno.NotDirectory;
        }

        return Set(location.Path, location.Length) ? Errno.Success : Errno.NoMemory;
    }
}
