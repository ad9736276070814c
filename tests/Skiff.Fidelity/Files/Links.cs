namespace Skiff.Fidelity.Files;

public static class Links
{
    [Program]
    public static void Symbolic()
    {
        Directory.CreateDirectory("real/inner");
        File.WriteAllText("real/file", "content");
        FileSystemInfo link = File.CreateSymbolicLink("link", "real/file");
        WriteLine($"{link.Name} {link.LinkTarget} {link.Exists} {link.Attributes}");
        WriteLine(File.ReadAllText("link"));
        Directory.CreateSymbolicLink("dirlink", "real");
        WriteLine(File.ReadAllText("dirlink/file"));
        WriteLine($"{Directory.Exists("dirlink")} {new DirectoryInfo("dirlink").LinkTarget} {File.GetAttributes("dirlink")}");
        WriteLine(Path.GetRelativePath(".", File.ResolveLinkTarget(Path.GetFullPath("link"), false)!.FullName));
        File.CreateSymbolicLink("chain", "link");
        WriteLine(Path.GetRelativePath(".", File.ResolveLinkTarget(Path.GetFullPath("chain"), false)!.FullName));
        WriteLine(Path.GetRelativePath(".", File.ResolveLinkTarget(Path.GetFullPath("chain"), true)!.FullName));
        WriteLine(File.ResolveLinkTarget("real/file", true) is null);
        WriteLine(string.Join(' ', Directory.GetFileSystemEntries(".", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)));
        File.Delete("link");
        WriteLine($"{File.Exists("link")} {File.Exists("real/file")} {File.Exists("chain")} {new FileInfo("chain").LinkTarget}");
        Directory.Delete("dirlink", true);
        WriteLine($"{Directory.Exists("dirlink")} {File.Exists("real/file")}");
    }

    [Program]
    public static void Dangling()
    {
        File.CreateSymbolicLink("dangling", "nowhere");
        WriteLine($"{File.Exists("dangling")} {Path.Exists("dangling")} {new FileInfo("dangling").Exists} {new FileInfo("dangling").LinkTarget}");
        Attempt.Do("read", () =>
        {
            try
            {
                File.ReadAllText("dangling");
            }
            catch (FileNotFoundException e)
            {
                throw new FileNotFoundException(Path.GetFileName(e.FileName));
            }
        });
        WriteLine(Path.GetFileName(File.ResolveLinkTarget("dangling", true)!.FullName));
        File.WriteAllText("dangling", "through");
        WriteLine(File.ReadAllText("nowhere"));
        File.CreateSymbolicLink("loop1", "loop2");
        File.CreateSymbolicLink("loop2", "loop1");
        try
        {
            File.ReadAllText("loop1");
        }
        catch (IOException e)
        {
            WriteLine($"{e.GetType().Name} {e.Message.Replace(Path.GetFullPath("."), "~")}");
        }

        File.Delete("loop1");
        File.Delete("loop2");
        Attempt.Show("resolve missing", () =>
        {
            try
            {
                return File.ResolveLinkTarget("missing", true)?.Name;
            }
            catch (FileNotFoundException e)
            {
                return e.GetType().Name;
            }
        });
    }

    [Program]
    public static void Absolute()
    {
        File.WriteAllText("target", "absolute");
        File.CreateSymbolicLink("link", Path.GetFullPath("target"));
        WriteLine(Path.GetFileName(new FileInfo("link").LinkTarget));
        WriteLine(File.ReadAllText("link"));
    }
}
