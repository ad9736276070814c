using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Parsing;

/// <summary>
/// Reads files. After an error it goes on behind the item, member or declaration the error is in, so that one reading
/// finds every error.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>How deep types may nest.</summary>
    public const int MaximumTypeDepth = 100;

    private readonly WitFile _source;
    private readonly TokenList _tokens;
    private readonly DiagnosticBag _diagnostics;
    private int _index;
    private int _lastError = -1;

    private Parser(TokenList tokens, DiagnosticBag diagnostics)
    {
        _source = tokens.Source;
        _tokens = tokens;
        _diagnostics = diagnostics;
    }

    public static FileSyntax Parse(WitFile source)
    {
        DiagnosticBag diagnostics = new();
        TokenList tokens = Lexer.Tokenize(source, diagnostics);
        return new Parser(tokens, diagnostics).ParseFile();
    }

    private Token Current => _tokens[_index];

    private Token Previous => _tokens[Math.Max(0, _index - 1)];

    private Token Peek(int distance) => _tokens[Math.Min(_index + distance, _tokens.Count - 1)];

    private bool At(TokenKind kind) => Current.Kind == kind;

    private bool AtKeyword(string keyword) => _tokens.IsKeyword(Current, keyword);

    private bool AtIdentifier => Current.Kind is TokenKind.Identifier or TokenKind.EscapedIdentifier;

    private bool AtEnd => At(TokenKind.EndOfFile);

    private void Advance()
    {
        if (!AtEnd)
        {
            _index++;
        }
    }

    private bool TryEat(TokenKind kind)
    {
        if (!At(kind))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool TryEatKeyword(string keyword)
    {
        if (!AtKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool Eat(TokenKind kind, string expected)
    {
        if (TryEat(kind))
        {
            return true;
        }

        ReportExpected(expected);
        return false;
    }

    // A missing semicolon is reported where it should stand, and reading goes on as if it stood there.
    private void EatSemicolon()
    {
        if (!TryEat(TokenKind.Semicolon) && _lastError != _index)
        {
            _lastError = _index;
            int end = Previous.End;
            Error(
                DiagnosticCode.UnexpectedToken,
                new(_source, Math.Max(0, end - 1), end),
                $"expected `;` after this, found {Describe(Current)}");
        }
    }

    private SourceSpan SpanOf(Token token) => new(_source, token.Start, token.End);

    private SourceSpan SpanFrom(Token first) => new(_source, first.Start, Math.Max(first.End, Previous.End));

    private void Error(string code, SourceSpan span, string message) => _diagnostics.Error(code, span, message);

    // One error for each place: what follows from it is not worth a message.
    private void ReportExpected(string expected)
    {
        if (_lastError == _index)
        {
            return;
        }

        _lastError = _index;
        Error(DiagnosticCode.UnexpectedToken, SpanOf(Current), $"expected {expected}, found {Describe(Current)}");
    }

    private string Describe(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "the end of the file",
        TokenKind.Keyword => $"the keyword `{_tokens.TextOf(token)}`",
        TokenKind.String => "a string",
        _ => $"`{_tokens.TextOf(token)}`",
    };

    // Explainer.md: the names of packages are words, which are lower case.
    private void CheckPackageWord(IdentifierSyntax word)
    {
        if (Label.IsValid(word.Name) && word.Name.Any(c => c is >= 'A' and <= 'Z'))
        {
            Error(DiagnosticCode.InvalidName, word.Span, $"the names of packages are lower case, as `{word.Name.ToLowerInvariant()}`");
        }
    }

    private IdentifierSyntax? ParseIdentifier(string expected)
    {
        Token token = Current;
        if (AtIdentifier)
        {
            Advance();
            bool escaped = token.Kind == TokenKind.EscapedIdentifier;
            string name = _tokens.TextOf(token).Substring(escaped ? 1 : 0);
            if (Label.GetError(name) is { } error)
            {
                Error(DiagnosticCode.InvalidName, SpanOf(token), $"the identifier `{name}` {error}");
            }

            return new(SpanOf(token), name, escaped);
        }

        if (At(TokenKind.Keyword) && _lastError != _index)
        {
            _lastError = _index;
            string keyword = _tokens.TextOf(token);
            Error(
                DiagnosticCode.UnexpectedToken,
                SpanOf(token),
                $"expected {expected}, found the keyword `{keyword}`; as an identifier it is written `%{keyword}`");
        }
        else
        {
            ReportExpected(expected);
        }

        return null;
    }

    // The characters of a version are cut into tokens of other kinds, so it is read from the text again.
    private SemanticVersion? ParseVersion()
    {
        Token first = Current;
        int end = first.Start;
        string text = _source.Text;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '.' or '-' or '+')
        {
            end++;
        }

        while (end > first.Start && text[end - 1] == '.')
        {
            end--;
        }

        if (!At(TokenKind.Integer) || end == first.Start)
        {
            ReportExpected("a version such as `1.2.3`");
            return null;
        }

        while (!AtEnd && Current.Start < end)
        {
            end = Math.Max(end, Current.End);
            Advance();
        }

        string written = text.Substring(first.Start, end - first.Start);
        SemanticVersion? version = SemanticVersion.TryParse(written);
        if (version is null)
        {
            Error(
                DiagnosticCode.InvalidVersion,
                new(_source, first.Start, end),
                $"`{written}` is not a semantic version, which has three numbers such as `1.2.3` or `0.2.0-rc.1`");
        }

        return version;
    }

    // Skips what is left of a declaration: up to its `;`, its block, the `}` of what it is in, or what looks like the
    // next declaration.
    private void SkipDeclaration(int start)
    {
        int depth = 0;
        while (!AtEnd)
        {
            if (depth == 0 && _index > start && StartsLine(_index) && LooksLikeDeclaration())
            {
                return;
            }

            switch (Current.Kind)
            {
                case TokenKind.Semicolon when depth == 0:
                    Advance();
                    return;
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace when depth == 0:
                    return;
                case TokenKind.CloseBrace:
                    depth--;
                    if (depth == 0)
                    {
                        Advance();
                        TryEat(TokenKind.Semicolon);
                        return;
                    }

                    break;
                default:
                    break;
            }

            Advance();
        }
    }

    private bool StartsLine(int index)
    {
        for (int i = _tokens[index].Start - 1; i >= 0 && _source.Text[i] != '\n'; i--)
        {
            if (_source.Text[i] is not (' ' or '\t' or '\r'))
            {
                return false;
            }
        }

        return true;
    }

    private bool LooksLikeDeclaration() => Current.Kind switch
    {
        TokenKind.At => true,
        TokenKind.Keyword => _tokens.TextOf(Current) is "interface" or "world" or "package" or "use" or "type" or "record"
            or "variant" or "enum" or "flags" or "resource" or "import" or "export" or "include" or "constructor",
        TokenKind.Identifier or TokenKind.EscapedIdentifier =>
            Peek(1).Kind == TokenKind.Colon && Peek(2).Kind == TokenKind.Keyword
            && _tokens.TextOf(Peek(2)) is "func" or "async" or "static",
        _ => false,
    };

    // Reads members between brackets, parted by commas, the last of which may be followed by one too.
    private List<T> ParseMembers<T>(TokenKind close, string closeText, Func<T?> parseMember)
        where T : class
    {
        List<T> members = [];
        while (!At(close) && !AtEnd)
        {
            int start = _index;
            T? member = parseMember();
            if (member is not null)
            {
                members.Add(member);
            }

            if (TryEat(TokenKind.Comma) && member is not null)
            {
                continue;
            }

            if (At(close))
            {
                break;
            }

            if (Previous.Kind != TokenKind.Comma || member is not null)
            {
                ReportExpected($"`,` or {closeText}");
            }

            if (!SkipMember(close, start))
            {
                return members;
            }
        }

        Eat(close, closeText);
        return members;
    }

    // Skips what is left of a member, its comma included. False when the list it is in seems to have ended without its
    // closing bracket.
    private bool SkipMember(TokenKind close, int start)
    {
        int depth = 0;
        while (!AtEnd)
        {
            if (depth == 0 && At(close))
            {
                return true;
            }

            if (At(TokenKind.Semicolon)
                || (depth == 0 && At(TokenKind.CloseBrace))
                || (_index > start && StartsLine(_index) && LooksLikeDeclaration()))
            {
                return false;
            }

            if (depth == 0 && At(TokenKind.Comma))
            {
                Advance();
                return true;
            }

            depth += Current.Kind switch
            {
                TokenKind.OpenBrace or TokenKind.OpenParenthesis or TokenKind.Less => 1,
                TokenKind.CloseBrace or TokenKind.CloseParenthesis or TokenKind.Greater => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return false;
            }

            Advance();
        }

        return true;
    }
}
