using System.Globalization;

namespace Skiff.Wit.Text;

/// <summary>The characters of WIT files (WIT.md, "Lexical structure").</summary>
internal static class Characters
{
    /// <summary>
    /// Whether a file may not contain a character: bidirectional overrides, controls but line feed, carriage return and
    /// tab, and what Unicode deprecates or strongly discourages.
    /// </summary>
    public static bool IsForbidden(char c) => c switch
    {
        '\n' or '\r' or '\t' => false,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        '\u0149' or '\u0673' or '\u0F77' or '\u0F79' or '\u17A3' or '\u17A4' or '\u17B4' or '\u17B5' => true,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Control,
    };
}
