using Skiff.Wit.Text;

namespace Skiff.Wit.Lexing;

/// <summary>The tokens of a file, the last of them <see cref="TokenKind.EndOfFile"/>, and its comments.</summary>
public sealed class TokenList
{
    private readonly List<Token> _tokens;
    private readonly List<Comment> _comments;

    internal TokenList(WitFile source, List<Token> tokens, List<Comment> comments)
    {
        Source = source;
        _tokens = tokens;
        _comments = comments;
    }

    /// <summary>The file.</summary>
    public WitFile Source { get; }

    /// <summary>The tokens in order.</summary>
    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>The comments in order.</summary>
    public IReadOnlyList<Comment> Comments => _comments;

    /// <summary>A token.</summary>
    public Token this[int index] => _tokens[index];

    /// <summary>How many tokens there are, the end of the file included.</summary>
    public int Count => _tokens.Count;

    /// <summary>What is written at a token.</summary>
    public string TextOf(Token token) => Source.Text.Substring(token.Start, token.End - token.Start);

    /// <summary>Whether a token is a given reserved word.</summary>
    internal bool IsKeyword(Token token, string keyword) =>
        token.Kind == TokenKind.Keyword
        && token.End - token.Start == keyword.Length
        && string.CompareOrdinal(Source.Text, token.Start, keyword, 0, keyword.Length) == 0;
}
