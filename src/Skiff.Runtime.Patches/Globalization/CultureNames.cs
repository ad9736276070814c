namespace Skiff.Runtime.Globalization;

/// <summary>
/// Names of cultures, composed as ICU does: language (script, region, variant). A culture whose own language is not
/// known to name its region is named in English.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static class CultureNames
{
    /// <summary>The culture's language: <c>de</c> of <c>de-AT</c>.</summary>
    public static string Language(string culture)
    {
        int end = culture.AsSpan().IndexOfAny("-_@");
        return end < 0 ? culture : culture[..end];
    }

    public static string English(string culture)
    {
        string[] subtags = Subtags(culture);
        string language = Find(EnglishLanguageNames.Table, subtags[0]) ?? subtags[0];
        if (subtags.Length == 1)
        {
            return language;
        }

        var parts = new string[subtags.Length - 1];
        for (int i = 0; i < parts.Length; i++)
        {
            string subtag = subtags[i + 1];
            parts[i] = Nested((IsRegion(subtag) ? Find(EnglishRegionNames.Table, subtag) : Find(EnglishScriptNames.Table, subtag)) ?? subtag);
        }

        return language + " (" + string.Join(", ", parts) + ")";
    }

    public static string Native(string culture)
    {
        culture = Plain(culture);
        if (Find(NativeNames.Table, culture) is { } whole)
        {
            int end = whole.IndexOf('|');
            return end < 0 ? whole : whole[..end];
        }

        string[]? group = Group(culture);
        if (group is null || group.Length < 3 || Item(group[2], Region(culture)) is not { } region)
        {
            return English(culture);
        }

        return group[1].Length != 0 ? group[1].Replace("{}", Nested(region)) : group[0] + " (" + Nested(region) + ")";
    }

    /// <summary>The name of a culture's region; empty for a culture without.</summary>
    public static string EnglishRegion(string culture)
    {
        string region = Region(culture);
        return Find(EnglishRegionNames.Table, region) ?? region;
    }

    /// <summary>The name of a culture's region in its language; empty for a culture without.</summary>
    public static string NativeRegion(string culture)
    {
        string[]? group = Group(Plain(culture));
        return (group is { Length: > 2 } ? Item(group[2], Region(culture)) : null) ?? EnglishRegion(culture);
    }

    /// <summary>The name of a currency; empty for the sign of none.</summary>
    public static string EnglishCurrency(string currency) =>
        Find(EnglishCurrencyNames.Table, currency) ?? (currency == "¤¤" ? "" : currency);

    public static string NativeCurrency(string culture, string currency)
    {
        string[]? group = Group(Plain(culture));
        return (group is { Length: > 3 } ? Item(group[3], Region(culture)) ?? Item(group[3], currency) : null)
            ?? EnglishCurrency(currency);
    }

    /// <summary>The fields of the entry of a culture without its region.</summary>
    private static string[]? Group(string culture)
    {
        string region = Region(culture);
        if (region.Length != 0)
        {
            int at = culture.IndexOf("-" + region, StringComparison.Ordinal);
            culture = culture.Remove(at, region.Length + 1);
        }

        return Find(NativeNames.Table, culture)?.Split('|');
    }

    /// <summary>The region's code, or nothing.</summary>
    private static string Region(string culture)
    {
        string[] subtags = Subtags(culture);
        for (int i = 1; i < subtags.Length; i++)
        {
            if (IsRegion(subtags[i]))
            {
                return subtags[i];
            }
        }

        return "";
    }

    private static bool IsRegion(string subtag) => subtag.Length == 2 || (subtag.Length == 3 && char.IsAsciiDigit(subtag[0]));

    private static string[] Subtags(string culture) => Plain(culture).Split('-');

    /// <summary>Without what says how to sort.</summary>
    private static string Plain(string culture)
    {
        int end = culture.AsSpan().IndexOfAny('_', '@');
        return end < 0 ? culture : culture[..end];
    }

    /// <summary>Parentheses within parentheses are brackets.</summary>
    private static string Nested(string name) => name.Replace('(', '[').Replace(')', ']');

    /// <summary>What follows <c>key|</c> on a line of a table.</summary>
    private static string? Find(string table, string key)
    {
        int start = table.IndexOf("\n" + key + "|", StringComparison.Ordinal);
        if (key.Length == 0 || start < 0)
        {
            return null;
        }

        start += key.Length + 2;
        return table[start..table.IndexOf('\n', start)];
    }

    /// <summary>What follows a key and a space in a list.</summary>
    private static string? Item(string list, string key)
    {
        int start = key.Length == 0 ? -1 : (";" + list).IndexOf(";" + key + " ", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += key.Length + 1;
        int end = list.IndexOf(';', start);
        return end < 0 ? list[start..] : list[start..end];
    }
}
