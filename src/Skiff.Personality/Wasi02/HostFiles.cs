namespace Skiff.Personality;

/// <summary>
/// The numbers of the host's files: 0 to 2 are the standard streams, those from 3 the preopened directories, then come
/// the files that were opened.
/// </summary>
internal static unsafe class HostFiles
{
    /// <summary>The first number after the standard streams.</summary>
    internal const int First = 3;

    private const int Spare = 16;

    private static HostFile* _files;
    private static int _capacity;
    private static PreopenedDirectory* _preopens;
    private static uint _preopenCount;

    /// <summary>Begins with what the host gives; numbers of another host, on which the program was booted, stand for nothing any more.</summary>
    internal static void Initialize()
    {
        _files = null;
        _capacity = 0;
        List directories;
        PreopenedDirectories.GetDirectories(&directories);
        _preopens = (PreopenedDirectory*)directories.Items;
        _preopenCount = directories.Count;
        Reserve(First + (int)directories.Count + Spare);
        Standard(0, HostFile.Input);
        Standard(1, HostFile.Output);
        Standard(2, HostFile.Output);
        for (int i = 0; i < (int)directories.Count; i++)
        {
            Set(First + i, HostFile.File, FileType.Directory, _preopens[i].Descriptor);
        }
    }

    /// <summary>A preopened directory by its number, or null.</summary>
    internal static PreopenedDirectory* Preopen(int host) =>
        (uint)(host - First) < _preopenCount ? _preopens + (host - First) : null;

    /// <summary>What a number stands for, or null.</summary>
    internal static HostFile* Get(int host) =>
        (uint)host < (uint)_capacity && _files[host].Use != HostFile.Free ? _files + host : null;

    /// <summary>What a number stands for, if that is a file or directory; else null.</summary>
    internal static HostFile* GetFile(int host)
    {
        HostFile* file = Get(host);
        return file != null && file->Use == HostFile.File ? file : null;
    }

    /// <summary>Gives a descriptor the lowest free number.</summary>
    internal static int Add(int descriptor, byte fileType, ushort flags)
    {
        int host = First;
        while (host < _capacity && _files[host].Use != HostFile.Free)
        {
            host++;
        }

        if (host == _capacity)
        {
            Reserve(_capacity * 2);
        }

        Set(host, HostFile.File, fileType, descriptor);
        _files[host].Flags = flags;
        return host;
    }

    private static void Standard(int host, byte use)
    {
        Set(host, use, FileType.Unknown, HostFile.None);
        _files[host].FileType = StandardStream.IsTerminal(host) ? FileType.CharacterDevice : FileType.Unknown;
    }

    private static void Set(int host, byte use, byte fileType, int handle)
    {
        HostFile* file = _files + host;
        Text.Clear(file, (uint)sizeof(HostFile));
        file->Use = use;
        file->FileType = fileType;
        file->Handle = handle;
        file->Appending = HostFile.None;
        file->Pollable = HostFile.None;
    }

    private static void Reserve(int capacity)
    {
        HostFile* files = (HostFile*)Process.Allocate((uint)capacity * (uint)sizeof(HostFile));
        Text.Clear(files, (uint)capacity * (uint)sizeof(HostFile));
        if (_capacity > 0)
        {
            Text.Copy((byte*)files, (byte*)_files, (uint)_capacity * (uint)sizeof(HostFile));
            Runtime.Free(_files);
        }

        _files = files;
        _capacity = capacity;
    }
}
