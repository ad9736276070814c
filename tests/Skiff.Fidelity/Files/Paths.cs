namespace Skiff.Fidelity.Files;

public static class Paths
{
    private static readonly string[] s_paths =
    [
        "", "a", "/", "//", "/a", "/a/", "a/b.txt", "/a/b.c.d", "a/.hidden", "a/b.", "a//b///c", "./a", "../a", "a/../b", "..", "/..", "/../a",
        "C:\\x\\y.z", "a b/c d", "a/b\\c", ".", "a.tar.gz", "/a/./b/../c/", "~/x", "日本/語.txt",
    ];

    [Program]
    public static void Parts()
    {
        foreach (string p in s_paths)
        {
            WriteLine($"'{p}': directory '{Path.GetDirectoryName(p) ?? "null"}' name '{Path.GetFileName(p)}' stem '{Path.GetFileNameWithoutExtension(p)}' extension '{Path.GetExtension(p)}' root '{Path.GetPathRoot(p) ?? "null"}' rooted {Path.IsPathRooted(p)} full {Path.IsPathFullyQualified(p)} has {Path.HasExtension(p)} trim '{Path.TrimEndingDirectorySeparator(p)}' ends {Path.EndsInDirectorySeparator(p)}");
        }
    }

    [Program]
    public static void Combine()
    {
        WriteLine(Path.Combine("a", "b", "c"));
        WriteLine(Path.Combine("a/", "/b"));
        WriteLine(Path.Combine("a", "", "b"));
        WriteLine(Path.Combine("", ""));
        WriteLine(Path.Join("a/", "/b"));
        WriteLine(Path.Join("a", "b", "", "c"));
        WriteLine(Path.ChangeExtension("a/b.txt", ".md"));
        WriteLine(Path.ChangeExtension("a/b", "md"));
        WriteLine(Path.ChangeExtension("a/b.txt", null));
        WriteLine(Path.GetFullPath("x/../y", "/base/dir"));
        WriteLine(Path.GetFullPath("/x/./y/..", "/base"));
        WriteLine(Path.GetFullPath("../../../../z", "/base"));
        foreach ((string from, string to) in new[] { ("/a/b", "/a/c"), ("/a", "/a/b/c"), ("/a/b/c", "/a"), ("/a", "/a"), ("/a/", "/b/x"), ("/", "/x") })
        {
            WriteLine($"{from} {to} {Path.GetRelativePath(from, to)}");
        }

        WriteLine($"{Path.DirectorySeparatorChar} {Path.AltDirectorySeparatorChar} {Path.PathSeparator} {Path.VolumeSeparatorChar}");
        WriteLine(Convert.ToHexString(Path.GetInvalidFileNameChars().Select(c => (byte)c).ToArray()));
        WriteLine(Convert.ToHexString(Path.GetInvalidPathChars().Select(c => (byte)c).ToArray()));
        Attempt.Do("null", () => Path.Combine("a", null!));
        Attempt.Do("full of empty", () => Path.GetFullPath(""));
        Attempt.Do("full of NUL", () => Path.GetFullPath("a\0"));
        Span<char> buffer = stackalloc char[8];
        WriteLine($"{Path.TryJoin("ab", "cd", buffer, out int written)} {written} {buffer[..written]}");
        WriteLine(Path.TryJoin("abcde", "fghij", buffer, out written));
    }
}
