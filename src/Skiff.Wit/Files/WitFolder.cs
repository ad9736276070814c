using System.Text;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Wit.Files;

/// <summary>Finds WIT files in a file system (WIT.md, "Filesystem structure"). Nothing else here reads files.</summary>
public static class WitFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or a folder with its <c>deps</c>.</summary>
    /// <param name="path">A <c>.wit</c> file, or a folder with such files.</param>
    /// <exception cref="FileNotFoundException">There is nothing at the path, or no WIT file in the folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not UTF-8.</exception>
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
    /// <exception cref="InvalidDataException">A file is not UTF-8.</exception>
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
        try
        {
            return new(file, File.ReadAllText(file, Utf8));
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"The file '{file}' is not UTF-8; WIT files have to be.", exception);
        }
    }
}
