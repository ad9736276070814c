using System.Text.RegularExpressions;

namespace Skiff.Fidelity.RegularExpressions;

public static class Editing
{
    [Program]
    public static void ReplaceAndSplit()
    {
        WriteLine(Regex.Replace("John Smith, Ann Lee", @"(\w+) (\w+)", "$2 $1"));
        WriteLine(Regex.Replace("a1b22", @"\d+", m => (int.Parse(m.Value) * 2).ToString()));
        WriteLine(Regex.Replace("aaa", "a", "b$$$&$`$'$_$+", RegexOptions.None));
        WriteLine(new Regex("a").Replace("aaaa", "x", 2, 1));
        WriteLine(Regex.Replace("abc", "", "-"));
        WriteLine(string.Join('|', Regex.Split("a, b;c  d", @"[,;\s]\s*")));
        WriteLine(string.Join('|', Regex.Split("1+2-3", @"([+-])")));
        WriteLine(string.Join('|', new Regex(",").Split("a,b,c,d", 3)));
        foreach (Range range in Regex.EnumerateSplits("one  two three", @"\s+"))
        {
            Write("one  two three"[range] + ";");
        }

        WriteLine();
        WriteLine(Regex.Escape("a.b*c[d]{e}(f)|g^h$i\\j k#\n") + " " + Regex.Unescape(@"a\.b\tc\u0041"));
        Match next = Regex.Match("x1 x2 x3", @"x(\d)");
        while (next.Success)
        {
            WriteLine(next.Result("[$1]"));
            next = next.NextMatch();
        }

        Regex names = new(@"(?<a>.)(?<b>.)(.)");
        WriteLine($"{string.Join(',', names.GetGroupNames())} {string.Join(',', names.GetGroupNumbers())} {names.GroupNumberFromName("b")} {names.GroupNameFromNumber(1)} {names}");
    }

    [Program]
    public static void Errors()
    {
        foreach (string pattern in new[] { "(", ")", "[a", "[z-a]", "*", "a{2,1}", @"\k<x>", @"(?<n", @"\p{Nothing}", @"(?z)", @"\", "a**", "(?<=a", @"[\d-z]", "(?(1)a|b|c)" })
        {
            try
            {
                _ = new Regex(pattern);
                WriteLine($"{pattern}: ok");
            }
            catch (RegexParseException e)
            {
                WriteLine($"{pattern}: {e.Error} {e.Offset} {e.Message}");
            }
        }

        Regex slow = new(@"^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(30));
        Attempt.Show("timeout", () => slow.IsMatch(new string('a', 40) + "!"));
        WriteLine(new Regex(@"^(a+)+$", RegexOptions.NonBacktracking).IsMatch(new string('a', 40) + "!"));
    }

    [Program]
    public static void CasingByCulture()
    {
        foreach (string culture in new[] { "", "en-US", "tr-TR", "de-DE" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            WriteLine($"'{culture}' {Regex.IsMatch("FILE", "file", RegexOptions.IgnoreCase)} {Regex.IsMatch("İ", "i", RegexOptions.IgnoreCase)} {Regex.IsMatch("ı", "I", RegexOptions.IgnoreCase)} {Regex.IsMatch("I", "i", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)} {Regex.IsMatch("K", "\u212a", RegexOptions.IgnoreCase)}");
        }
    }

    [Program]
    public static void LogAnalysis()
    {
        StringBuilder log = new();
        Random random = new(7);
        string[] levels = ["INFO", "WARN", "ERROR"];
        for (int i = 0; i < 400; i++)
        {
            log.Append($"2024-01-{1 + (i % 28):d2} 10:{i % 60:d2} [{levels[random.Next(3)]}] service-{random.Next(5)}: took {random.Next(1000)}ms\n");
        }

        Regex line = new(@"^(?<day>\S+) \S+ \[(?<level>\w+)\] (?<service>[\w-]+): took (?<ms>\d+)ms$", RegexOptions.Multiline | RegexOptions.Compiled);
        foreach (var group in line.Matches(log.ToString()).GroupBy(m => (m.Groups["service"].Value, m.Groups["level"].Value)).OrderBy(g => g.Key))
        {
            WriteLine($"{group.Key} {group.Count()} {group.Average(m => int.Parse(m.Groups["ms"].ValueSpan)):f3}");
        }
    }
}
