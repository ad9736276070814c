using Skiff.Wit;

namespace Skiff.Bindings.Names;

/// <summary>
/// The namespaces of packages: <c>wasi:http</c> is <c>Wasi.Http</c>. Where there are several versions of one package, the
/// newest has that and the others add their version: <c>Wasi.Http.V0_2_0</c>.
/// </summary>
internal sealed class PackageNamespaces
{
    private readonly Dictionary<PackageName, string> _names = [];
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);

    public PackageNamespaces(IEnumerable<PackageName> packages)
    {
        foreach (IGrouping<string, PackageName> versions in packages.Distinct().GroupBy(PlainNameOf))
        {
            bool isNewest = true;
            foreach (PackageName package in versions.OrderByDescending(item => item.Version))
            {
                string name = isNewest ? versions.Key : $"{versions.Key}.V{Spell(package.Version)}";
                _names.Add(package, name);
                AddWithParents(name);
                isNewest = false;
            }
        }
    }

    /// <summary>The namespace of a package.</summary>
    public string this[PackageName package] => _names[package];

    /// <summary>The names of all namespaces and those around them, in full.</summary>
    public IEnumerable<string> All => _all;

    private static string PlainNameOf(PackageName package) =>
        string.Join(".", $"{package.Namespace}:{package.Name}".Split(':', '/').Select(Identifiers.Pascal));

    private static string Spell(SemanticVersion? version) =>
        new([.. (version?.ToString() ?? "0").Select(c => char.IsLetterOrDigit(c) ? c : '_')]);

    private void AddWithParents(string name)
    {
        for (int end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            _all.Add(name.Substring(0, end));
        }
    }
}
