namespace Skiff.Runtime.Globalization;

/// <summary>English names of scripts and variants, by ISO 15924 code or variant subtag (the names of CLDR).</summary>
[AddTo(Bcl.CoreLib)]
internal static class EnglishScriptNames
{
    public const string Table =
        """

        Adlm|Adlam
        Arab|Arabic
        Beng|Bangla
        Cyrl|Cyrillic
        Deva|Devanagari
        Guru|Gurmukhi
        Hans|Simplified
        Hant|Traditional
        Latn|Latin
        Olck|Ol Chiki
        POSIX|Computer
        Tfng|Tifinagh
        VALENCIA|Valencian
        Vaii|Vai

        """;
}
