using Skiff.Wit;
using Skiff.Wit.Printing;

namespace Skiff.Linker.Components;

/// <summary>A package as several assemblies have it.</summary>
internal sealed class MergedPackage(PackageName name)
{
    private readonly Dictionary<string, (HashSet<string> Lines, string Origin)> _known = new(StringComparer.Ordinal);

    /// <summary>The package, to print.</summary>
    public Package Package { get; } = new(name);

    /// <summary>Adds what an assembly has of the package. Of two that differ, one must have all that the other has.</summary>
    /// <param name="package">The package.</param>
    /// <param name="origin">The assembly.</param>
    /// <exception cref="AppLinkException">Two assemblies have different interfaces or worlds under one name.</exception>
    public void Add(Package package, string origin)
    {
        foreach (Interface item in package.Interfaces)
        {
            Add(Package.Interfaces, item, $"interface {item.Name}", WitPrinter.Print(item), origin, other => other.Name == item.Name);
        }

        foreach (World world in package.Worlds)
        {
            Add(Package.Worlds, world, $"world {world.Name}", WitPrinter.Print(world), origin, other => other.Name == world.Name);
        }
    }

    private void Add<T>(List<T> items, T item, string what, string text, string origin, Predicate<T> isSame)
    {
        HashSet<string> lines = [.. text.Split('\n').Select(line => line.Trim()).Where(Counts)];
        if (!_known.TryGetValue(what, out (HashSet<string> Lines, string Origin) known))
        {
            _known.Add(what, (lines, origin));
            items.Add(item);
        }
        else if (lines.IsProperSupersetOf(known.Lines))
        {
            _known[what] = (lines, origin);
            items[items.FindIndex(isSame)] = item;
        }
        else if (!lines.IsSubsetOf(known.Lines))
        {
            throw new AppLinkException(
                LinkError.InvalidWorld, $"the assemblies {known.Origin} and {origin} are written for different versions of the {what} of {name}; build them with the same WIT");
        }
    }

    // Comments and gates may differ.
    private static bool Counts(string line) => line.Length > 0 && !line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith('@');
}
