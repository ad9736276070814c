namespace Skiff.Fidelity.Files;

public static class FileOperations
{
    private static void Do(string what, Action action)
    {
        try
        {
            action();
            WriteLine($"{what}: ok");
        }
        catch (Exception e)
        {
            WriteLine($"{what}: {e.GetType().FullName}: {e.Message.Replace(Path.GetFullPath("."), "~")}");
        }
    }

    [Program]
    public static void CopyMoveReplaceDelete()
    {
        File.WriteAllText("a", "A");
        File.WriteAllText("b", "BB");
        Do("copy", () => File.Copy("a", "c"));
        Do("copy onto", () => File.Copy("a", "b"));
        Do("copy over", () => File.Copy("a", "b", overwrite: true));
        WriteLine(File.ReadAllText("b"));
        Do("copy onto itself", () => File.Copy("a", "a", overwrite: true));
        Do("move", () => File.Move("c", "d"));
        Do("move onto", () => File.Move("a", "d"));
        Do("move over", () => File.Move("a", "d", overwrite: true));
        Do("move missing", () => File.Move("a", "z"));
        Do("move to missing directory", () => File.Move("d", "no/such/d"));
        Do("copy missing", () => File.Copy("missing", "x"));
        Do("delete missing", () => File.Delete("missing"));
        Do("delete in missing directory", () => File.Delete("no/missing"));
        Directory.CreateDirectory("dir");
        Do("delete a directory", () => File.Delete("dir"));
        Do("move onto a directory", () => File.Move("d", "dir"));
        Do("copy a directory", () => File.Copy("dir", "dir2"));
        File.WriteAllText("new", "new content");
        File.WriteAllText("old", "old content");
        Do("replace", () => File.Replace("new", "old", "backup"));
        WriteLine($"{File.ReadAllText("old")} | {File.ReadAllText("backup")} | {File.Exists("new")}");
        Do("replace missing", () => File.Replace("new", "old", null));
        Do("move by info", () => new FileInfo("old").MoveTo("dir/moved"));
        WriteLine(Attempt.Text(Directory.GetFileSystemEntries(".", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)));
    }

    [Program]
    public static void Existence()
    {
        File.WriteAllText("file", "");
        Directory.CreateDirectory("directory");
        foreach (string path in new[] { "file", "directory", "missing", "file/below", "directory/", "", " ", "./file", "directory/../file", "directory/./../directory", "/", ".", ".." })
        {
            WriteLine($"'{path}': file {File.Exists(path)}, directory {Directory.Exists(path)}, path {Path.Exists(path)}");
        }

        WriteLine($"{File.Exists(null)} {Directory.Exists(null)} {Path.Exists(null)} {File.Exists("a\0b")}");
    }

    [Program]
    public static void Errors()
    {
        File.WriteAllText("file", "x");
        Directory.CreateDirectory("directory/inner");
        Do("read missing", () => File.ReadAllText("missing"));
        Do("read below missing", () => File.ReadAllText("no/such/missing"));
        Do("read a directory", () => File.ReadAllText("directory"));
        Do("write a directory", () => File.WriteAllText("directory", ""));
        Do("read below a file", () => File.ReadAllText("file/x"));
        Do("write below a file", () => File.WriteAllText("file/x", ""));
        Do("create directory over file", () => Directory.CreateDirectory("file"));
        Do("create directory below file", () => Directory.CreateDirectory("file/x"));
        Do("delete full directory", () => Directory.Delete("directory"));
        Do("delete missing directory", () => Directory.Delete("nowhere"));
        Do("delete file as directory", () => Directory.Delete("file"));
        Do("enumerate missing", () => Directory.GetFiles("nowhere"));
        Do("enumerate a file", () => Directory.GetFiles("file"));
        Do("move directory onto itself", () => Directory.Move("directory", "directory"));
        Do("move directory into itself", () => Directory.Move("directory", "directory/inner/x"));
        Do("move missing directory", () => Directory.Move("nowhere", "x"));
        Do("move directory onto file", () => Directory.Move("directory", "file"));
        Do("length of missing", () => _ = new FileInfo("missing").Length);
        Do("length of a directory", () => _ = new FileInfo("directory").Length);
        Do("empty", () => File.ReadAllText(""));
        Do("NUL", () => File.ReadAllText("a\0b"));
        Do("name too long", () => File.WriteAllText(new string('n', 300), ""));
        Do("set times of missing", () => File.SetLastWriteTimeUtc("missing", DateTime.UnixEpoch));
        Do("attributes of missing", () => File.GetAttributes("missing"));
        Do("working directory missing", () => Directory.SetCurrentDirectory("nowhere"));
        Do("working directory a file", () => Directory.SetCurrentDirectory("file"));
    }

    [Program]
    public static void ErrorNumbers()
    {
        File.WriteAllText("file", "");
        foreach (Action action in new Action[] { () => File.OpenRead("missing"), () => File.OpenRead("no/file"), () => File.Delete("/dev/null/x"), () => Directory.CreateDirectory("file") })
        {
            try
            {
                action();
            }
            catch (IOException e)
            {
                WriteLine($"{e.GetType().Name} 0x{e.HResult:x8}");
            }
        }
    }

    [Program]
    public static void Names()
    {
        string[] names = ["with space", "ünïcödé", "日本語", "🌍", "quote'\"", "back\\slash", "star*", ".hidden", "trailing.", "a:b", "tab\t", "-dash", "%20", "e\u0301", "\u00e9"];
        foreach (string name in names)
        {
            File.WriteAllText(name, name);
        }

        foreach (string name in Directory.GetFiles(".").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
        {
            WriteLine($"{name.Length} {name.Replace("\t", "\\t")} {File.ReadAllText(name) == name}");
        }

        string longName = new('l', 200);
        File.WriteAllText(longName, "");
        WriteLine(File.Exists(longName));
        string deep = string.Join('/', Enumerable.Repeat("deep", 40));
        Directory.CreateDirectory(deep);
        File.WriteAllText(deep + "/leaf", "leaf");
        WriteLine(File.ReadAllText(deep + "/leaf"));
        Directory.Delete("deep", true);
        WriteLine(Directory.Exists("deep"));
    }

    [Program]
    public static void Temporary()
    {
        string file = Path.GetTempFileName();
        WriteLine($"{File.Exists(file)} {new FileInfo(file).Length} {Path.GetExtension(file)} {file.StartsWith(Path.GetTempPath(), StringComparison.Ordinal)}");
        File.Delete(file);
        DirectoryInfo directory = Directory.CreateTempSubdirectory("skiff-");
        WriteLine($"{directory.Exists} {directory.Name.StartsWith("skiff-", StringComparison.Ordinal)} {directory.GetFileSystemInfos().Length}");
        directory.Delete();
        WriteLine(Directory.Exists(directory.FullName));
        string random = Path.GetRandomFileName();
        WriteLine($"{random.Length} {random[8]} {random.All(c => c is '.' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))} {random == Path.GetRandomFileName()}");
        WriteLine(Path.GetTempPath().EndsWith('/'));
    }
}
