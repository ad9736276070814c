using Skiff.Linker.Program;

namespace Skiff.Linker.Globalization;

/// <summary>Chooses the file of ICU data that a program brings along.</summary>
internal static class IcuChoice
{
    /// <summary>The file of a runtime pack that has all cultures.</summary>
    private const string Full = "icudt.dat";

    private const string Pattern = "icudt*.dat";

    /// <summary>The file that a request names, else the smallest of the runtime pack's that has its cultures.</summary>
    /// <exception cref="AppLinkException">A culture is unknown, or a file cannot be read or is not ICU data.</exception>
    public static IcuData Choose(LinkRequest request)
    {
        if (request.IcuData is { } named)
        {
            return Read(named);
        }

        IcuData full = Read(Path.Combine(request.RuntimePack, Full));
        if (request.Cultures.Count == 0)
        {
            return full;
        }

        HashSet<string> needed = new(StringComparer.OrdinalIgnoreCase);
        foreach (string culture in request.Cultures)
        {
            needed.UnionWith(ItemsFor(culture, full));
        }

        return Directory.EnumerateFiles(request.RuntimePack, Pattern)
            .Where(path => Path.GetFileName(path) != Full)
            .OrderBy(path => new FileInfo(path).Length)
            .ThenBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(Read)
            .FirstOrDefault(data => data.Bytes.Length < full.Bytes.Length && needed.IsSubsetOf(data.Items)) ?? full;
    }

    /// <summary>The items of the full data that a culture's data is made of.</summary>
    private static IEnumerable<string> ItemsFor(string culture, IcuData full)
    {
        string[] locales = [.. Ancestry(culture.Replace('-', '_'))];
        string[] known = [.. locales.Where(full.Has)];
        if (known.Length == 0)
        {
            throw new AppLinkException(
                LinkError.UnknownCulture, $"there is no culture data for '{culture}'; name a culture such as 'de' or 'de-AT', or bring a file of ICU data that has it");
        }

        IEnumerable<string> regional = full.Has(locales[0]) ? [] : RegionalParents(locales[^1], full);
        return known.Concat(regional).SelectMany(full.ItemsOf);
    }

    /// <summary>A locale and what it inherits from by its name: <c>zh_Hant_TW</c>, <c>zh_Hant</c>, <c>zh</c>.</summary>
    private static IEnumerable<string> Ancestry(string locale)
    {
        for (int end = locale.Length; end > 0; end = locale.LastIndexOf('_', end - 1))
        {
            yield return locale[..end];
        }
    }

    /// <summary>
    /// What a region without data of its own inherits from besides its language: the locales for parts of the world, such as
    /// <c>es_419</c>. ICU knows which; they are small, and all of the language are taken.
    /// </summary>
    private static IEnumerable<string> RegionalParents(string language, IcuData full)
    {
        string prefix = language + "_";
        return full.Items
            .Where(item => item.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && item.EndsWith(".res", StringComparison.Ordinal))
            .Select(item => item[..^".res".Length])
            .Where(locale => locale.Length == prefix.Length + 3 && locale[prefix.Length..].All(char.IsAsciiDigit));
    }

    private static IcuData Read(string path) => IcuData.Read(path, InputFile.Read(path, "the culture data"));
}
