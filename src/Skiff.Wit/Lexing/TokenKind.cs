namespace Skiff.Wit.Lexing;

/// <summary>The kinds of token (WIT.md, "Lexical structure").</summary>
public enum TokenKind
{
    /// <summary>The end of the file.</summary>
    EndOfFile,

    /// <summary>An identifier.</summary>
    Identifier,

    /// <summary>An identifier after <c>%</c>.</summary>
    EscapedIdentifier,

    /// <summary>A reserved word.</summary>
    Keyword,

    /// <summary>Digits.</summary>
    Integer,

    /// <summary>A string literal.</summary>
    String,

    /// <summary><c>_</c></summary>
    Underscore,

    /// <summary><c>=</c></summary>
    Equals,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>{</c></summary>
    OpenBrace,

    /// <summary><c>}</c></summary>
    CloseBrace,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>*</c></summary>
    Star,

    /// <summary><c>-></c></summary>
    Arrow,

    /// <summary><c>/</c></summary>
    Slash,

    /// <summary><c>.</c></summary>
    Period,

    /// <summary><c>@</c></summary>
    At,

    /// <summary><c>+</c>, which only versions have.</summary>
    Plus,

    /// <summary><c>-</c>, which only versions have.</summary>
    Minus,
}
