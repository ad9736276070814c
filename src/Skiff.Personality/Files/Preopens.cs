namespace Skiff.Personality;

/// <summary>
/// The directories that the host preopened, as mount points in one tree.
/// <list type="bullet">
/// <item>`/data` and `data` are mounted at `/data`; `../x` at `/x`.</item>
/// <item>`.` is mounted at `/`, so that relative paths reach it from the working directory `/`.</item>
/// <item>
/// When `/` is preopened as well, absolute paths mean the host's `/`; `.` is then mounted where `PWD` says, or at
/// `/.cwd`, and the program starts there.
/// </item>
/// <item>Of two at the same place, the later hides the earlier.</item>
/// </list>
/// A directory above a mount point that no host has (`/` when only `/data` is mounted) exists too, with the mount points
/// as its only entries.
/// </summary>
internal static unsafe class Preopens
{
    /// <summary>The first descriptor after the standard streams.</summary>
    private const int First = 3;

    private static Mount* _mounts;
    private static uint _count;

    /// <summary>The number of mounts.</summary>
    internal static uint Count => _count;

    /// <summary>One mount.</summary>
    internal static Mount* At(uint index) => _mounts + index;

    /// <summary>Asks the host for its preopened directories.</summary>
    internal static void Initialize()
    {
        _count = 0;
        _mounts = null;
        Prestat prestat;
        uint total = 0;
        while (Wasi.FdPrestatGet(First + (int)total, &prestat) == Errno.Success)
        {
            total++;
        }

        if (total == 0)
        {
            return;
        }

        _mounts = (Mount*)Process.Allocate(total * (uint)sizeof(Mount));
        Mount* working = null;
        for (uint i = 0; i < total; i++)
        {
            int host = First + (int)i;
            if (Wasi.FdPrestatGet(host, &prestat) == Errno.Success
                && prestat.Tag == Prestat.Directory
                && Add(host, prestat.NameLength))
            {
                working = _mounts + (_count - 1);
            }
        }

        if (working != null && HasRootBesides(working))
        {
            MountWorkingDirectory(working);
        }
    }

    /// <summary>The mount with the longest path that <paramref name="path"/> lies in, or null.</summary>
    internal static Mount* Find(byte* path, uint length)
    {
        Mount* best = null;
        for (uint i = 0; i < _count; i++)
        {
            Mount* mount = _mounts + i;
            if (Paths.IsWithin(path, length, mount->Path, mount->Length) && (best == null || mount->Length >= best->Length))
            {
                best = mount;
            }
        }

        return best;
    }

    /// <summary>Whether something is mounted below a path.</summary>
    internal static bool IsAbove(byte* path, uint length)
    {
        for (uint i = 0; i < _count; i++)
        {
            Mount* mount = _mounts + i;
            if (mount->Length > length && Paths.IsWithin(mount->Path, mount->Length, path, length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something is mounted at a path.</summary>
    internal static bool IsMountPoint(byte* path, uint length)
    {
        for (uint i = 0; i < _count; i++)
        {
            if (_mounts[i].Length == length && Text.Equal(_mounts[i].Path, path, length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a mount. True when it is the host's working directory, which has a name but no place.</summary>
    private static bool Add(int host, uint nameLength)
    {
        byte* name = (byte*)Process.Allocate(nameLength + 1);
        byte* path = (byte*)Process.Allocate(Paths.Maximum);
        Text.Clear(name, nameLength + 1);
        bool isWorking = false;
        if (Wasi.FdPrestatDirName(host, name, nameLength) == Errno.Success
            && Paths.Canonicalize(Paths.Root, name, path) == Errno.Success)
        {
            FdStat stat;
            Mount* mount = _mounts + _count;
            mount->Host = host;
            mount->Path = path;
            mount->Length = Text.Length(path);
            mount->Inheriting = Wasi.FdFdstatGet(host, &stat) == Errno.Success ? stat.Inheriting : 0;
            isWorking = mount->Length == 0 && *name != '/';
            _count++;
        }

        Runtime.Free(name);
        return isWorking;
    }

    private static bool HasRootBesides(Mount* working)
    {
        for (uint i = 0; i < _count; i++)
        {
            if (_mounts + i != working && _mounts[i].Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void MountWorkingDirectory(Mount* working)
    {
        byte* name = Environ.Get("PWD"u8);
        if (name == null
            || *name != '/'
            || Paths.Canonicalize(Paths.Root, name, working->Path) != Errno.Success
            || *working->Path == 0)
        {
            _ = Paths.Canonicalize(Paths.Root, Text.Of("/.cwd"u8), working->Path);
        }

        Runtime.Free(name);
        working->Length = Text.Length(working->Path);
        _ = WorkingDirectory.Set(working->Path, working->Length);
    }
}
