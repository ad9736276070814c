namespace Skiff.Fidelity.Globalization;

public static class Comparison
{
    [Program]
    public static void Sorting()
    {
        string[] words = ["zebra", "äpfel", "apfel", "Apfel", "Öl", "ol", "oz", "ñandú", "nube", "ch", "cz", "ll", "lz", "å", "z", "résumé", "resume", "Resume", "ß", "ss", "st", "I", "i", "ı", "İ", "日本", "中国", "_", "-", "1", "10", "9"];
        foreach (string name in new[] { "", "en-US", "de-DE", "sv-SE", "tr-TR", "es-ES", "cs-CZ", "fr-FR", "da-DK", "ja-JP" })
        {
            CompareInfo comparer = CultureInfo.GetCultureInfo(name).CompareInfo;
            WriteLine($"'{name}' {string.Join(' ', words.OrderBy(w => w, Comparer<string>.Create((a, b) => comparer.Compare(a, b))))}");
        }
    }

    [Program]
    public static void Options()
    {
        (string, string)[] pairs = [("a", "A"), ("a", "á"), ("ae", "æ"), ("co-op", "coop"), ("e\u0301", "é"), ("ｶ", "カ"), ("か", "カ"), ("ａ", "a"), ("ss", "ß"), ("a\0b", "ab"), ("", "\u200d"), ("10", "9"), ("file2", "file10"), ("i", "I"), ("x y", "xy")];
        foreach ((string a, string b) in pairs)
        {
            Write($"{a.Replace("\0", "\\0")}~{b}: ");
            foreach (CompareOptions options in new[] { CompareOptions.None, CompareOptions.IgnoreCase, CompareOptions.IgnoreNonSpace, CompareOptions.IgnoreSymbols, CompareOptions.IgnoreKanaType, CompareOptions.IgnoreWidth, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace, CompareOptions.Ordinal, CompareOptions.OrdinalIgnoreCase, CompareOptions.StringSort, CompareOptions.NumericOrdering })
            {
                Write($"{Math.Sign(CultureInfo.InvariantCulture.CompareInfo.Compare(a, b, options))} ");
            }

            WriteLine();
        }
    }

    [Program]
    public static void Searching()
    {
        CompareInfo invariant = CultureInfo.InvariantCulture.CompareInfo;
        WriteLine($"{invariant.IndexOf("strasse straße", "ß")} {invariant.IndexOf("re\u0301sume\u0301", "é")} {invariant.LastIndexOf("aÀà", "À", CompareOptions.IgnoreCase)} {invariant.IsPrefix("Äpfel", "a", CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase)} {invariant.IsSuffix("cafe\u0301", "É", CompareOptions.IgnoreCase)}");
        WriteLine($"{"encyclopædia".IndexOf("ae", StringComparison.InvariantCulture)} {"a\u00adb".IndexOf("ab", StringComparison.InvariantCulture)} {"x\u0000y".IndexOf("y", StringComparison.InvariantCulture)} {"abc".IndexOf("", StringComparison.InvariantCulture)} {"cafe\u0301s".Replace("é", "e", StringComparison.InvariantCulture)}");
        WriteLine($"{"I".Equals("i", StringComparison.OrdinalIgnoreCase)} {string.Compare("I", "ı", CultureInfo.GetCultureInfo("tr-TR"), CompareOptions.IgnoreCase) == 0} {string.Compare("I", "i", CultureInfo.GetCultureInfo("tr-TR"), CompareOptions.IgnoreCase) == 0}");
    }

    [Program]
    public static void SortKeys()
    {
        CompareInfo comparer = CultureInfo.GetCultureInfo("en-US").CompareInfo;
        string[] words = ["b", "a", "A", "á", "ab", "", "Z"];
        SortKey[] keys = [.. words.Select(w => comparer.GetSortKey(w))];
        Array.Sort(keys, SortKey.Compare);
        WriteLine(string.Join(' ', keys.Select(k => k.OriginalString)));
        WriteLine(comparer.GetSortKey("A", CompareOptions.IgnoreCase).Equals(comparer.GetSortKey("a", CompareOptions.IgnoreCase)));
        WriteLine(comparer.GetHashCode("ABC", CompareOptions.IgnoreCase) == comparer.GetHashCode("abc", CompareOptions.IgnoreCase));
        WriteLine($"{comparer.Name} {CompareInfo.IsSortable("abc")}");
    }

    [Program]
    public static void Casing()
    {
        foreach (string name in new[] { "", "en-US", "tr-TR", "lt-LT", "el-GR", "de-DE" })
        {
            TextInfo text = CultureInfo.GetCultureInfo(name).TextInfo;
            WriteLine($"'{name}' {text.ToUpper("i ı ß ﬁ ǆ ΐ άσς")} {text.ToLower("I İ ẞ Σ ΑΣ Ǆ")} {text.ToTitleCase("the quick bROWN fox's ABC iI")} {text.ToUpper('i')}");
        }
    }

    [Program]
    public static void InternationalDomainNames()
    {
        IdnMapping idn = new();
        foreach (string name in new[] { "münchen.de", "日本語.jp", "faß.de", "EXAMPLE.com", "a.b.c", "ελ.gr", "xn--mnchen-3ya.de" })
        {
            Attempt.Show(name, () => idn.GetAscii(name));
        }

        WriteLine(idn.GetUnicode("xn--mnchen-3ya.de"));
        WriteLine(idn.GetUnicode("xn--wgv71a119e.jp"));
        Attempt.Show("empty label", () => idn.GetAscii("a..b"));
        Attempt.Show("too long", () => idn.GetAscii(new string('x', 64)));
        Attempt.Show("bad punycode", () => idn.GetUnicode("xn--\u00e9"));
    }
}
