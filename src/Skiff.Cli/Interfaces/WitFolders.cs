using Skiff.Wit.Files;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Cli.Interfaces;

/// <summary>Folders with packages that are not in the <c>deps</c> of the one that is looked at, as a build collects them.</summary>
/// <param name="Dependencies">Their packages are as good as those in <c>deps</c>.</param>
/// <param name="References">Their packages give way to those.</param>
/// <param name="Known">The packages in their <c>deps</c> give way to any other, and may be parts only.</param>
internal sealed record WitFolders(IReadOnlyList<string> Dependencies, IReadOnlyList<string> References, IReadOnlyList<string> Known)
{
    /// <summary>The sources of a package that uses theirs.</summary>
    /// <param name="path">The package's file or folder.</param>
    public WitSources Read(string path)
    {
        WitSources own = WitFolder.Read(path);
        List<IReadOnlyList<WitFile>> dependencies = [.. own.Dependencies, .. Dependencies.SelectMany(Packages)];
        List<IReadOnlyList<WitFile>> references = [.. References.SelectMany(Packages)];
        List<IReadOnlyList<WitFile>> known = [.. Known.SelectMany(PackagesInDeps).OrderByDescending(package => package.Sum(file => file.Text.Length))];
        IEnumerable<WitFile> all = own.Root.Concat(dependencies.Concat(references).Concat(known).SelectMany(package => package));
        return new WitSources(own.Root, dependencies, [.. WasiLibrary.PackagesFor(all), .. known], references);
    }

    private static IEnumerable<IReadOnlyList<WitFile>> Packages(string folder)
    {
        if (Directory.GetFiles(folder, "*.wit").Length == 0)
        {
            return PackagesInDeps(folder);
        }

        WitSources sources = WitFolder.Read(folder);
        return [sources.Root, .. sources.Dependencies];
    }

    private static IReadOnlyList<IReadOnlyList<WitFile>> PackagesInDeps(string folder)
    {
        string deps = Path.Combine(folder, "deps");
        return Directory.Exists(deps) ? WitFolder.ReadPackages(deps) : [];
    }
}
