using System.Text;
using Skiff.Wit.Printing;
using Skiff.Wit.Tests;

namespace Skiff.Wit.Fuzz;

/// <summary>Makes texts: real ones, ones by the grammar, and valid ones; most of them it damages.</summary>
internal sealed class Mutator(Random random, string[] texts)
{
    private const int LongestText = 64 * 1024;

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "<", ">", ";", ":", ",", ".", "/", "->", "=", "*", "@", "%", "\"", "_", "-", "+", "//", "/*", "*/",
        "/** doc */", "///", "\n", " ", "\t", "\r\n", "\0", "\u202E", "\uD800", "\uFEFF", "\u00E9", "\U0001F600",
        "package a:b;", "package a:b {", "package c:d@1.0.0 {", "interface", "world", "include", "with", "as", "use", "type",
        "record", "variant", "enum", "flags", "resource", "constructor", "static", "async", "func", "import", "export",
        "list<", "list<u8, 4>", "list<u8, 4294967295>", "option<", "result<_, ", "tuple<", "map<string, ", "stream<",
        "future", "borrow<", "own<", "error-context", "u8", "string", "char", "a", "b-c", "A", "x1",
        "@since(version = 0.2.0)", "@unstable(feature = f)", "@deprecated(version = 0.2.0)", "@external-id(\"x\\u{1F600}\")",
        "@0.2.12", "@1.2.3-rc.1+b", "99999999999999999999", "a:b/c", "a:b:c/d/e@0.0.1",
    ];

    private readonly GrammarText _grammar = new(random);

    public string Next()
    {
        StringBuilder text = new(
            random.Next(4) switch
            {
                0 => _grammar.Generate(),
                1 => GenerateValid(),
                _ => Cut(texts[random.Next(texts.Length)]),
            });
        int damages = random.Next(4) == 0 ? 0 : random.Next(1 << random.Next(6));
        for (int i = 0; i < damages; i++)
        {
            Damage(text);
        }

        if (text.Length > LongestText)
        {
            text.Length = LongestText;
        }

        return text.ToString();
    }

    private string GenerateValid()
    {
        List<Package> packages = new ModelGenerator(random.Next()).Generate();
        return WitPrinter.Print(packages[^1], packages.SkipLast(1));
    }

    // Most texts stand on packages that are not there. Those that do not are left as they are, now and then.
    private string Cut(string text)
    {
        if (random.Next(2) == 0)
        {
            return text;
        }

        int start = random.Next(text.Length);
        return $"package a:b@0.2.12;\n{text.AsSpan(start, random.Next(text.Length - start))}";
    }

    private void Damage(StringBuilder text)
    {
        int at = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1 << random.Next(8)), text.Length - at);
        switch (random.Next(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2 when length > 0:
                text[at] = (char)random.Next(random.Next(2) == 0 ? 128 : 0x10000);
                break;
            case 3:
                string other = texts[random.Next(texts.Length)];
                int start = random.Next(other.Length);
                text.Insert(at, other.AsSpan(start, Math.Min(random.Next(400), other.Length - start)));
                break;
            case 4 when random.Next(20) == 0:
                text.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(3000))));
                break;
            case 5 when length > 0:
                string moved = text.ToString(at, length);
                text.Remove(at, length).Insert(random.Next(text.Length + 1), moved);
                break;
            default:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
