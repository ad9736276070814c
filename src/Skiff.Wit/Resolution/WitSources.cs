using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>The files of a package and of those it depends on (WIT.md, "Filesystem structure").</summary>
public sealed class WitSources
{
    /// <summary>Makes a set of sources.</summary>
    /// <param name="root">The files of the root package.</param>
    /// <param name="dependencies">The files of each dependency: a folder, or a single file, of <c>deps</c>.</param>
    /// <param name="library">The files of each package that is there for those who refer to it and do not have it.</param>
    /// <param name="references">The files of each package that what a project refers to brings.</param>
    public WitSources(
        IReadOnlyList<WitFile> root,
        IReadOnlyList<IReadOnlyList<WitFile>> dependencies,
        IReadOnlyList<IReadOnlyList<WitFile>>? library = null,
        IReadOnlyList<IReadOnlyList<WitFile>>? references = null)
    {
        Root = root;
        Dependencies = dependencies;
        Library = library ?? [];
        References = references ?? [];
    }

    /// <summary>The files of the root package.</summary>
    public IReadOnlyList<WitFile> Root { get; }

    /// <summary>The files of each dependency.</summary>
    public IReadOnlyList<IReadOnlyList<WitFile>> Dependencies { get; }

    /// <summary>
    /// The files of each package that what a project refers to brings. A package among <see cref="Root"/> and
    /// <see cref="Dependencies"/> takes the place of one here; among themselves, those of one name must be the same.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<WitFile>> References { get; }

    /// <summary>
    /// The files of each package that is there for those who refer to it, such as WASI's. Any other package of the name
    /// takes the place of one here, also one that comes before it.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<WitFile>> Library { get; }

    /// <summary>The same sources with a library.</summary>
    public WitSources WithLibrary(IReadOnlyList<IReadOnlyList<WitFile>> library) => new(Root, Dependencies, library, References);

    /// <summary>One text, which is all there is.</summary>
    public static WitSources FromText(string path, string text) => new([new(path, text)], []);

    /// <summary>
    /// Sorts files by their place in a root folder: <c>*.wit</c> in it are the root package, <c>deps/*.wit</c> and
    /// <c>deps/*/*.wit</c> its dependencies. Files elsewhere are left out.
    /// </summary>
    /// <param name="rootFolder">The path of the folder, as the paths of the files start.</param>
    /// <param name="files">The files.</param>
    public static WitSources FromFolder(string rootFolder, IEnumerable<WitFile> files)
    {
        string prefix = rootFolder.Replace('\\', '/').TrimEnd('/') + "/";
        List<WitFile> root = [];
        SortedDictionary<string, List<WitFile>> dependencies = new(StringComparer.Ordinal);
        foreach (WitFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            string path = file.Path.Replace('\\', '/');
            if (!path.StartsWith(prefix, StringComparison.Ordinal) || !path.EndsWith(".wit", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = path.Substring(prefix.Length).Split('/');
            if (parts.Length == 1)
            {
                root.Add(file);
            }
            else if (parts[0] == "deps" && parts.Length is 2 or 3)
            {
                if (!dependencies.TryGetValue(parts[1], out List<WitFile>? group))
                {
                    dependencies.Add(parts[1], group = []);
                }

                group.Add(file);
            }
        }

        return new(root, [.. dependencies.Values]);
    }
}
