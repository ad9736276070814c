using System.Text;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Wit.Files;

/// <summary>Finds WIT files in a file system (WIT.md, "Filesystem structure"). Nothing else here reads files.</summary>
public static class WitFolder
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or a folder with its <c>deps</c>.</summary>
    /// <param name="path">A <c>.wit</c> file, or a folder with such files.</param>
    /// <exception cref="FileNotFoundException">There is nothing at the path, or no WIT file in the folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static WitSources Read(string path)
    {
        if (File.Exists(path))
        {
            return new([ReadFile(path)], []);
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is no WIT file or folder at '{path}'.", path);
        }

        IReadOnlyList<WitFile> root = ReadFiles(path);
        if (root.Count == 0)
        {
            throw new FileNotFoundException($"The folder '{path}' has no files that end in '.wit'.", path);
        }

        string dependencies = Path.Combine(path, "deps");
        return new(root, Directory.Exists(dependencies) ? ReadPackages(dependencies) : []);
    }

    /// <summary>Reads a folder of packages, as <c>deps</c> is: each a folder or a file.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<IReadOnlyList<WitFile>> ReadPackages(string folder)
    {
        List<IReadOnlyList<WitFile>> groups = [];
        foreach (string entry in Directory.GetFileSystemEntries(folder).OrderBy(entry => entry, StringComparer.Ordinal))
        {
            if (Directory.Exists(entry))
            {
                IReadOnlyList<WitFile> files = ReadFiles(entry);
                if (files.Count > 0)
                {
                    groups.Add(files);
                }
            }
            else if (IsWit(entry))
            {
                groups.Add([ReadFile(entry)]);
            }
        }

        return groups;
    }

    private static IReadOnlyList<WitFile> ReadFiles(string folder) =>
        [.. Directory.GetFiles(folder).Where(IsWit).OrderBy(file => file, StringComparer.Ordinal).Select(ReadFile)];

    private static bool IsWit(string file) => file.EndsWith(".wit", StringComparison.Ordinal);

    private static WitFile ReadFile(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        int start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new(file, s_strict.GetString(bytes, start, bytes.Length - start));
        }
        catch (DecoderFallbackException exception)
        {
            // Whoever reads the text says it, with its place and everything else that is wrong.
            string text = Encoding.UTF8.GetString(bytes, start, bytes.Length - start);
            int before = Encoding.UTF8.GetCharCount(bytes, start, exception.Index);
            return new(file, text, Math.Min(before, text.Length));
        }
    }
}
