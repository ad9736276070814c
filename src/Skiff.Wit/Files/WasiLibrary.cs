using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Skiff.Wit.Resolution;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Files;

/// <summary>The packages of WASI that this library brings, for <see cref="WitSources.WithLibrary"/>.</summary>
public static class WasiLibrary
{
    private const string Prefix = "wasi/";
    private const int LatestPatch = 12;

    private static readonly string s_latest = $"@0.2.{LatestPatch}";
    private static readonly Regex s_name = new(@"\bwasi:[a-z0-9-]+(?:/[a-z0-9-]+)?@0\.2\.([0-9]{1,2})(?![\w.+-])", RegexOptions.CultureInvariant);
    private static readonly Lazy<IReadOnlyList<IReadOnlyList<WitFile>>> s_packages = new(Read);
    private static readonly ConcurrentDictionary<int, IReadOnlyList<IReadOnlyList<WitFile>>> s_earlier = new();

    /// <summary>The files of each package. Their paths begin with <c>wasi/</c>; they are in no file system.</summary>
    public static IReadOnlyList<IReadOnlyList<WitFile>> Packages => s_packages.Value;

    /// <summary>
    /// <see cref="Packages"/>, and the same in every earlier version of WASI 0.2 that files name: without the functions,
    /// interfaces and worlds that were added later. Type names that were added stay; they stand for types that were there.
    /// </summary>
    /// <param name="files">The files.</param>
    public static IReadOnlyList<IReadOnlyList<WitFile>> PackagesFor(IEnumerable<WitFile> files)
    {
        SortedSet<int> patches = [];
        foreach (Match match in files.SelectMany(file => s_name.Matches(file.Text).Cast<Match>()))
        {
            patches.Add(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        }

        return [.. Packages, .. patches.Where(patch => patch < LatestPatch).SelectMany(patch => s_earlier.GetOrAdd(patch, MakeEarlier))];
    }

    private static IReadOnlyList<IReadOnlyList<WitFile>> MakeEarlier(int patch) =>
    [
        .. Packages
            .Where(package => package.Any(file => file.Text.Contains($"{s_latest};")))
            .Select(package => (IReadOnlyList<WitFile>)[.. package.Select(file => MakeEarlier(file, patch))]),
    ];

    private static WitFile MakeEarlier(WitFile file, int patch)
    {
        SemanticVersion version = new(0, 2, (ulong)patch);
        List<SourceSpan> cuts =
        [
            .. from item in FileSyntax.Parse(file).Items.SelectMany(WithMembers)
               from gate in item.Header.Gates
               where (gate is SinceGateSyntax since && since.Version > version) || (gate is DeprecatedGateSyntax deprecated && deprecated.Version > version)
               // A package has no gate of a version after its own.
               select gate is DeprecatedGateSyntax || item is TypeDefinitionSyntax ? gate.Span : gate.Span.To(item.Span),
        ];
        StringBuilder text = new(file.Text);
        // From the end, so that what is still to be cut stays where it is.
        foreach (SourceSpan cut in cuts.Where(cut => !cuts.Exists(other => other.Start < cut.Start && cut.End <= other.End)).OrderByDescending(cut => cut.Start))
        {
            text.Remove(cut.Start, cut.End - cut.Start);
        }

        return new($"{Prefix}0.2.{patch}/{file.Path.Substring(Prefix.Length)}", text.Replace(s_latest, $"@0.2.{patch}").ToString());
    }

    private static IEnumerable<ItemSyntax> WithMembers(ItemSyntax item) => item switch
    {
        InterfaceSyntax owner => [.. owner.Items.SelectMany(WithMembers), item],
        WorldSyntax owner => [.. owner.Items.SelectMany(WithMembers), item],
        ResourceSyntax owner => [.. owner.Functions, item],
        _ => [item],
    };

    private static IReadOnlyList<IReadOnlyList<WitFile>> Read() =>
    [
        .. typeof(WasiLibrary).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .GroupBy(name => name.Split('/')[1])
            .Select(package => (IReadOnlyList<WitFile>)[.. package.Select(name => new WitFile(name, ReadText(name)))]),
    ];

    private static string ReadText(string name)
    {
        using StreamReader reader = new(typeof(WasiLibrary).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
