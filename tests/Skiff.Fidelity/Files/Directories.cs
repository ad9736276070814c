using System.IO.Enumeration;

namespace Skiff.Fidelity.Files;

public static class Directories
{
    private static string Names(IEnumerable<string> paths) =>
        string.Join(' ', paths.Select(p => Path.GetRelativePath(".", p)).Order(StringComparer.Ordinal));

    private static void Plant()
    {
        foreach (string path in new[] { "a.txt", "b.txt", "c.log", "README", ".hidden", "sub/d.txt", "sub/deeper/e.TXT", "sub/deeper/f.log", "other/g.txt1" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, path);
        }

        Directory.CreateDirectory("empty");
    }

    [Program]
    public static void CreateDeleteMove()
    {
        DirectoryInfo info = Directory.CreateDirectory("x/y/z");
        WriteLine($"{info.Name} {info.Exists} {info.Parent!.Name} {Path.GetRelativePath(".", info.FullName)}");
        Directory.CreateDirectory("x/y/z");
        File.WriteAllText("x/y/z/f", "1");
        Directory.Move("x/y", "moved");
        WriteLine($"{Directory.Exists("x/y")} {File.Exists("moved/z/f")}");
        Directory.Delete("moved", recursive: true);
        WriteLine(Directory.Exists("moved"));
        DirectoryInfo sub = new DirectoryInfo("x").CreateSubdirectory("p/q");
        WriteLine(Path.GetRelativePath(".", sub.FullName));
        sub.MoveTo("q2");
        WriteLine($"{sub.Name} {Directory.Exists("q2")} {Directory.Exists("x/p/q")}");
        sub.Delete();
        sub.Refresh();
        WriteLine(sub.Exists);
        Directory.Delete("x/p/");
        WriteLine(Names(Directory.GetFileSystemEntries(".")));
        WriteLine(new DirectoryInfo("missing").Exists);
        WriteLine(Directory.GetParent("x/..//x")!.Name == Path.GetFileName(Directory.GetCurrentDirectory()));
        WriteLine(Directory.GetDirectoryRoot("x"));
        WriteLine(new DirectoryInfo("x").Root.FullName);
    }

    [Program]
    public static void Patterns()
    {
        Plant();
        foreach (string pattern in new[] { "*", "*.*", "*.txt", "?.txt", "a*", "*e*", "README", "*.", "", "sub", "*.log", "nothing*" })
        {
            WriteLine($"'{pattern}' files: {Names(Directory.GetFiles(".", pattern))}");
            WriteLine($"'{pattern}' directories: {Names(Directory.GetDirectories(".", pattern))}");
            WriteLine($"'{pattern}' all: {Names(Directory.GetFileSystemEntries(".", pattern, SearchOption.AllDirectories))}");
        }

        WriteLine(Names(Directory.EnumerateFiles("sub", "*", SearchOption.AllDirectories)));
        WriteLine(Names(Directory.GetFiles(".", "sub/*.txt")));
        Attempt.Do("pattern with parent", () => Directory.GetFiles(".", "../*"));
    }

    [Program]
    public static void Options()
    {
        Plant();
        EnumerationOptions options = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };
        WriteLine(Names(Directory.GetFiles(".", "*.txt", options)));
        options = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1, AttributesToSkip = 0 };
        WriteLine(Names(Directory.GetFileSystemEntries(".", "*", options)));
        options = new() { MatchType = MatchType.Win32 };
        WriteLine(Names(Directory.GetFileSystemEntries(".", "*.*", options)));
        WriteLine(string.Join(' ', new DirectoryInfo(".").EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .OrderBy(i => i.FullName, StringComparer.Ordinal).Select(i => $"{i.Name}:{(i is FileInfo f ? f.Length : "dir")}:{i.Attributes.ToString().Replace(" ", "")}")));
        FileSystemEnumerable<(string Name, long Length)> sizes = new(
            ".",
            (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.Length),
            new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(".txt"),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not "deeper",
        };
        foreach ((string name, long length) in sizes.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            WriteLine($"{name} {length}");
        }

        foreach (string expression in new[] { "*", "*.txt", "a?c", "<.txt" })
        {
            WriteLine($"{expression} {FileSystemName.MatchesSimpleExpression(expression, "abc")} {FileSystemName.MatchesSimpleExpression(expression, "a.TXT")} {FileSystemName.MatchesWin32Expression(expression, "a.txt")}");
        }
    }

    [Program]
    public static void SpecialDirectories()
    {
        Plant();
        EnumerationOptions options = new() { ReturnSpecialDirectories = true };
        WriteLine(string.Join(' ', Directory.GetFileSystemEntries(".", "*", options).Order(StringComparer.Ordinal)));
    }

    [Program]
    public static void WorkingDirectory()
    {
        string home = Directory.GetCurrentDirectory();
        WriteLine(Path.IsPathFullyQualified(home));
        Directory.CreateDirectory("one/two");
        Directory.SetCurrentDirectory("one");
        WriteLine(Path.GetRelativePath(home, Environment.CurrentDirectory));
        File.WriteAllText("here", "in one");
        Directory.SetCurrentDirectory("two");
        WriteLine(File.ReadAllText("../here"));
        WriteLine(File.Exists("../../one/two/../here"));
        Environment.CurrentDirectory = "..";
        WriteLine(Path.GetRelativePath(home, Directory.GetCurrentDirectory()));
        WriteLine(Path.GetRelativePath(home, Path.GetFullPath("two/./x/..")));
        Directory.SetCurrentDirectory(home + "/one/../one//two/");
        WriteLine(Path.GetRelativePath(home, Directory.GetCurrentDirectory()));
        Directory.SetCurrentDirectory(home);
        WriteLine(File.ReadAllText("one/here"));
    }

    [Program]
    public static void ManyEntries()
    {
        for (int i = 0; i < 700; i++)
        {
            File.WriteAllText($"file-with-a-rather-long-name-{i:d4}", "");
        }

        string[] files = Directory.GetFiles(".");
        WriteLine($"{files.Length} {files.Distinct().Count()} {files.Min(StringComparer.Ordinal)} {files.Max(StringComparer.Ordinal)}");
        int removed = 0;
        foreach (string file in Directory.EnumerateFiles("."))
        {
            File.Delete(file);
            removed++;
        }

        WriteLine($"{removed} {Directory.GetFiles(".").Length}");
        Directory.CreateDirectory("tree");
        for (int i = 0; i < 60; i++)
        {
            Directory.CreateDirectory($"tree/{i % 5}/{i % 7}/{i}");
        }

        WriteLine(Directory.GetDirectories("tree", "*", SearchOption.AllDirectories).Length);
        Directory.Delete("tree", true);
        WriteLine(Directory.Exists("tree"));
    }
}
