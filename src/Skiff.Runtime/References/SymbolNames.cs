using System.Text.RegularExpressions;

namespace Skiff.Runtime.References;

/// <summary>
/// Brings the names of object files, where C++ names are mangled (Itanium C++ ABI), and those of the linked module,
/// where they are not, to one form. Several functions may share it, such as overloads and the constructors of a class:
/// what is said of one then holds for all.
/// </summary>
internal static partial class SymbolNames
{
    // Words that only one of the two forms has.
    private static readonly HashSet<string> s_noise =
    [
        "abi", "int", "void", "bool", "char", "signed", "unsigned", "long", "short", "float", "double", "const", "volatile",
        "char16_t", "char32_t", "wchar_t", "__int128", "std", "operator", "non", "virtual", "thunk", "to", "anonymous", "namespace",
        "vtable", "for", "typeinfo", "name", "guard", "variable", "decltype", "nullptr", "auto", "new", "delete", "_GLOBAL__N_1",
    ];

    /// <summary>The form of a symbol's name in an object file.</summary>
    public static string OfSymbol(string name)
    {
        name = Numbered().Replace(name, "");
        return name.StartsWith("_Z", StringComparison.Ordinal) ? Join(MangledWords(name)) : name;
    }

    /// <summary>The form of a function's name in the linked module.</summary>
    public static string OfFunction(string name)
    {
        name = Numbered().Replace(name, "");
        return name.Contains('(') || name.Contains("::", StringComparison.Ordinal)
            ? Join(Word().Matches(name).Select(match => match.Value).Concat(Special(name.Contains("::~", StringComparison.Ordinal), Constructor().IsMatch(name))))
            : name;
    }

    // Constructors and destructors are named after the class, as are its other members.
    private static IEnumerable<string> Special(bool isDestructor, bool isConstructor) =>
        isDestructor ? ["~"] : isConstructor ? ["new class"] : [];

    private static string Join(IEnumerable<string> words) =>
        "(" + string.Join(' ', words.Where(word => !s_noise.Contains(word)).Distinct().Order(StringComparer.Ordinal));

    // Names in a mangled name have their length before them.
    private static IEnumerable<string> MangledWords(string name)
    {
        var i = 2;
        while (i < name.Length)
        {
            if (NotALength().Match(name, i) is { Success: true } other)
            {
                i += other.Length;
                foreach (var special in Special(other.Value[0] == 'D', other.Value[0] == 'C'))
                {
                    yield return special;
                }

                continue;
            }

            var digits = i;
            while (digits < name.Length && char.IsAsciiDigit(name[digits]))
            {
                digits++;
            }

            if (digits == i || name[i] == '0' || !int.TryParse(name.AsSpan(i, digits - i), out var length) || digits + length > name.Length)
            {
                i = Math.Max(digits, i + 1);
                continue;
            }

            var word = name.Substring(digits, length);
            if (Word().Match(word) is { Success: true } whole && whole.Length == length)
            {
                yield return word;
                i = digits + length;
            }
            else
            {
                i = digits;
            }
        }
    }

    [GeneratedRegex(@"\b(\w+)(?:<[^()]*>)?(?:\[abi:\w+\])?::\1\b")]
    private static partial Regex Constructor();

    // The linker's optimizer numbers functions of one name.
    [GeneratedRegex(@"\.\d+$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[A-Za-z_$][\w$]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Digits that are no length: constructors and destructors, substitutions, template parameters, thunks, literals, arrays.
    [GeneratedRegex(@"\G(?:[CD][0-5]|S[0-9A-Z]*_|T[0-9]*_|Th?n?\d+_|L[a-z]n?\d+E|A\d+_)")]
    private static partial Regex NotALength();
}
