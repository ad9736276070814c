using System.Text.RegularExpressions;

namespace Skiff.Fidelity.RegularExpressions;

public static partial class Matching
{
    private static readonly (string Pattern, string Input)[] s_cases =
    [
        (@"(\w+)@(\w+)\.com", "mail bob@example.com and eve@test.com now"),
        (@"^(?<year>\d{4})-(?<month>\d\d)$", "2024-05"),
        (@"(?i)straße|STRASSE", "Die STRASSE, die straße"),
        (@"\b(\w)(\w)?\2?\1\b", "noon abba level xyx aa"),
        (@"(?<=\$)\d+(?:\.\d\d)?(?!\d)", "costs $15.99 or $7 or 8"),
        (@"^(?:(?<open>\()|(?<-open>\))|[^()])*(?(open)(?!))$", "(a(b)c)(d)"),
        (@"a+?b*?c{2,3}?", "aaabccccc"),
        (@"[\p{Lu}-[AEIOU]]+", "HELLO World ÄÖÜ"),
        (@"(?>a*)ab|a*b", "aaab"),
        (@"\p{IsGreek}+|\p{Sc}", "αβγ € $"),
        (@"(?m)^\s*#.*$", "code\n  # one\n#two\nend"),
        (@"(?s)<b>.*?</b>", "<b>x\ny</b><b>z</b>"),
        (@"(?x) \d+ # digits
              \s* [a-z]+", "12 abc 34def"),
        (@"(a)|(b)|(c)", "cab"),
        (@"(?(?=\d)\d{2}|[a-z]{3})", "12 abc"),
        (@"\G\d", "123a45"),
        (@"(\d+)(?:,(\d+))*", "1,22,333"),
        (@"[^\W\d_]+", "ab1_cd é9"),
        (@"\u0041\x42\t|\cA", "AB\t"),
        (@"(?:x(?<n>y)?)+", "xyxxy"),
    ];

    private static void Run(RegexOptions options)
    {
        foreach ((string pattern, string input) in s_cases)
        {
            try
            {
                Regex regex = new(pattern, options);
                WriteLine($"{pattern.ReplaceLineEndings("")}: {regex.Count(input)}");
                foreach (Match match in regex.Matches(input))
                {
                    WriteLine($"  {match.Index}+{match.Length} '{match.Value.ReplaceLineEndings("~")}' " + string.Join(' ', match.Groups.Cast<Group>().Skip(1).Select(g => g.Success ? $"{g.Name}={string.Join('/', g.Captures.Select(c => c.Value))}" : $"{g.Name}-")));
                }
            }
            catch (NotSupportedException e)
            {
                WriteLine($"{pattern.ReplaceLineEndings("")}: {e.GetType().Name}");
            }
        }
    }

    [Program]
    public static void Interpreted() => Run(RegexOptions.None);

    [Program]
    public static void Compiled() => Run(RegexOptions.Compiled);

    [Program]
    public static void NonBacktracking() => Run(RegexOptions.NonBacktracking);

    [Program]
    public static void RightToLeftIgnoringCase() => Run(RegexOptions.RightToLeft | RegexOptions.IgnoreCase);

    [GeneratedRegex(@"(?<word>\b[a-z]+\b)\s+\k<word>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoubledWord();

    [GeneratedRegex(@"^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$")]
    private static partial Regex Address { get; }

    [Program]
    public static void SourceGenerated()
    {
        WriteLine(DoubledWord().Replace("The the quick quick brown fox fox", "<${word}>"));
        foreach (string address in new[] { "1.2.3.4", "256.1.1.1", "255.255.255.255", "1.2.3", "01.2.3.4" })
        {
            WriteLine($"{address} {Address.IsMatch(address)}");
        }

        foreach (ValueMatch match in DoubledWord().EnumerateMatches("so so, and and and"))
        {
            WriteLine($"{match.Index} {match.Length}");
        }
    }
}
