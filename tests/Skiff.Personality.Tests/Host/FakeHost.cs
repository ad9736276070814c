using System.Text;

namespace Skiff.Personality.Tests;

/// <summary>
/// A WASI preview1 host in memory: preopened directories, files, links, clocks. It keeps what the personality hands it, so
/// that a test can ask what reached the host.
/// </summary>
internal sealed class FakeHost
{
    private ulong _nextInode = 100;

    public FakeHost()
    {
        Current = this;
        for (int fd = 0; fd < 3; fd++)
        {
            Descriptors[fd] = new FakeDescriptor(new FakeFile((ulong)fd, FileType.CharacterDevice));
        }
    }

    public static FakeHost Current { get; private set; } = new();

    public Dictionary<int, FakeDescriptor> Descriptors { get; } = [];

    public List<string> Arguments { get; } = [];

    public List<string> Environment { get; } = [];

    /// <summary>Where the program starts, by a host of WASI 0.2 that says so.</summary>
    public string? InitialDirectory { get; set; }

    /// <summary>Every path that reached the host.</summary>
    public List<string> Paths { get; } = [];

    public StringBuilder Output { get; } = new();

    public StringBuilder Errors { get; } = new();

    public Queue<byte[]> Input { get; } = new();

    /// <summary>What <c>fd_read</c> and <c>fd_write</c> of a standard stream answer first, before they work.</summary>
    public Queue<int> StreamErrors { get; } = new();

    public ulong Now { get; set; } = 1_700_000_000_123_456_789;

    /// <summary>Every sleep, in nanoseconds.</summary>
    public List<ulong> Sleeps { get; } = [];

    /// <summary>How often a descriptor was waited for.</summary>
    public int Waits { get; set; }

    /// <summary>Whether no stream has data or room, ever.</summary>
    public bool StreamsWait { get; set; }

    /// <summary>What the host answers that cannot wait.</summary>
    public int PollErrno { get; set; }

    /// <summary>How much of each sleep the host really sleeps, as a divisor.</summary>
    public ulong SleepsShort { get; set; } = 1;

    /// <summary>Symbolic links with absolute targets are refused, as Wasmtime does.</summary>
    public bool RefusesAbsoluteLinks { get; set; }

    /// <summary>Directory cookies are positions in the present listing, as with Wasmtime.</summary>
    public int ReaddirCalls { get; set; }

    /// <summary>Preopens a new directory by a guest's name.</summary>
    public FakeFile Preopen(string name, bool readOnly = false)
    {
        FakeFile directory = New(FileType.Directory);
        Descriptors[Descriptors.Count] = new FakeDescriptor(directory)
        {
            Preopen = name,
            ReadOnly = readOnly,
            Inheriting = readOnly ? ~Rights.Write : ulong.MaxValue,
        };
        return directory;
    }

    public FakeFile New(byte type) => new(_nextInode++, type);

    /// <summary>Adds a directory, making those on the way.</summary>
    public FakeFile AddDirectory(FakeFile parent, string path)
    {
        foreach (string name in path.Split('/'))
        {
            if (!parent.Children.TryGetValue(name, out FakeFile? child))
            {
                child = New(FileType.Directory);
                parent.Children[name] = child;
            }

            parent = child;
        }

        return parent;
    }

    /// <summary>Adds a file, making the directories on the way.</summary>
    public FakeFile AddFile(FakeFile parent, string path, string content = "")
    {
        int slash = path.LastIndexOf('/');
        if (slash >= 0)
        {
            parent = AddDirectory(parent, path[..slash]);
        }

        FakeFile file = New(FileType.RegularFile);
        file.Content = Encoding.UTF8.GetBytes(content);
        parent.Children[path[(slash + 1)..]] = file;
        return file;
    }

    /// <summary>Adds a symbolic link.</summary>
    public void AddLink(FakeFile parent, string name, string target)
    {
        FakeFile link = New(FileType.SymbolicLink);
        link.Target = target;
        parent.Children[name] = link;
    }

    /// <summary>The program starts: the personality asks the host for everything.</summary>
    public FakeHost Start()
    {
        Personality.Boot.InitializeHost();
        return this;
    }

    /// <summary>
    /// Walks a path below a directory: the directory it ends in, its last name, and the file there if there is one.
    /// Leaving the directory is <see cref="Errno.NotCapable"/>.
    /// </summary>
    public static int Walk(FakeFile root, string path, bool follow, out FakeFile parent, out string name, out FakeFile? file)
    {
        List<FakeFile> above = [root];
        Queue<string> names = new(path.Split('/'));
        parent = root;
        name = ".";
        file = root;
        int links = 0;
        if (path.StartsWith('/'))
        {
            return Errno.NotCapable;
        }

        while (names.TryDequeue(out string? next))
        {
            parent = above[^1];
            if (parent.Type != FileType.Directory)
            {
                return Errno.NotDirectory;
            }

            name = next;
            file = parent;
            if (next is "." or "")
            {
                continue;
            }

            if (next == "..")
            {
                if (above.Count == 1)
                {
                    return Errno.NotCapable;
                }

                above.RemoveAt(above.Count - 1);
                file = above[^1];
                continue;
            }

            if (Encoding.UTF8.GetByteCount(next) > 255)
            {
                return Errno.NameTooLong;
            }

            if (!parent.Children.TryGetValue(next, out file))
            {
                return names.Count == 0 ? Errno.Success : Errno.NoEntry;
            }

            if (file.Type == FileType.SymbolicLink && (names.Count > 0 || follow))
            {
                if (++links > 40)
                {
                    return 32; // ELOOP
                }

                if (file.Target.StartsWith('/'))
                {
                    return Errno.NotCapable;
                }

                names = new Queue<string>(file.Target.Split('/').Concat(names));
                continue;
            }

            above.Add(file);
        }

        return Errno.Success;
    }
}
