namespace Skiff.Wit.Lexing;

/// <summary>The reserved words (WIT.md, "Keywords").</summary>
public static class Keywords
{
    private static readonly HashSet<string> Words =
    [
        "as", "async", "bool", "borrow", "char", "constructor", "enum", "export", "f32", "f64", "flags", "from", "func",
        "future", "import", "include", "interface", "list", "map", "option", "own", "package", "record", "resource",
        "result", "s16", "s32", "s64", "s8", "static", "stream", "string", "tuple", "type", "u16", "u32", "u64", "u8",
        "use", "variant", "with", "world",
    ];

    /// <summary>Whether a word is reserved, so that as an identifier it needs a <c>%</c> before it.</summary>
    public static bool IsKeyword(string word) => Words.Contains(word);

    /// <summary>
    /// An identifier as it is written: with <c>%</c> where it would be a keyword, or <c>error-context</c>, which some
    /// tools reserve.
    /// </summary>
    public static string Escape(string name) => IsKeyword(name) || name == "error-context" ? "%" + name : name;
}
