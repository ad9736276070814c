using Skiff.Wit.Text;

namespace Skiff.Wit.Lexing;

/// <summary>Cuts a file into tokens and comments (WIT.md, "Lexical structure").</summary>
public sealed class Lexer
{
    private readonly WitFile _source;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Token> _tokens = [];
    private readonly List<Comment> _comments = [];
    private int _position;
    private int _firstComment;

    private Lexer(WitFile source, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = source.Text;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a file. What cannot be a token is left out.</summary>
    internal static TokenList Tokenize(WitFile source, DiagnosticBag diagnostics) =>
        new Lexer(source, diagnostics).Run();

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private char Next => _position + 1 < _text.Length ? _text[_position + 1] : '\0';

    private TokenList Run()
    {
        CheckCharacters();
        if (Current == '\uFEFF')
        {
            _position++;
        }

        while (_position < _text.Length)
        {
            int start = _position;
            char c = _text[_position];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                _position++;
            }
            else if (c == '/' && Next == '/')
            {
                ReadLineComment();
            }
            else if (c == '/' && Next == '*')
            {
                ReadBlockComment();
            }
            else if (Punctuation(c) is { } kind)
            {
                _position++;
                Add(kind, start);
            }
            else if (c == '-')
            {
                _position += Next == '>' ? 2 : 1;
                Add(_position - start == 2 ? TokenKind.Arrow : TokenKind.Minus, start);
            }
            else if (c == '"')
            {
                ReadString();
            }
            else if (c is >= '0' and <= '9')
            {
                while (Current is >= '0' and <= '9')
                {
                    _position++;
                }

                Add(TokenKind.Integer, start);
            }
            else if (c == '%')
            {
                _position++;
                ReadWord();
                Add(TokenKind.EscapedIdentifier, start);
            }
            else if (char.IsLetter(c) || c == '_')
            {
                ReadWord();
                string word = _text.Substring(start, _position - start);
                Add(
                    word == "_" ? TokenKind.Underscore : Keywords.IsKeyword(word) ? TokenKind.Keyword : TokenKind.Identifier,
                    start);
            }
            else
            {
                ReadUnexpected();
            }
        }

        Add(TokenKind.EndOfFile, _text.Length);
        return new(_source, _tokens, _comments);
    }

    private void Add(TokenKind kind, int start)
    {
        _tokens.Add(new(kind, start, _position, _firstComment, _comments.Count - _firstComment));
        _firstComment = _comments.Count;
    }

    private static TokenKind? Punctuation(char c) => c switch
    {
        '=' => TokenKind.Equals,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        ';' => TokenKind.Semicolon,
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '.' => TokenKind.Period,
        '@' => TokenKind.At,
        '+' => TokenKind.Plus,
        _ => null,
    };

    // Takes in letters of any script, digits and hyphens: the parser says what is wrong with an identifier.
    private void ReadWord()
    {
        while (char.IsLetterOrDigit(Current) || Current == '_' || (Current == '-' && Next != '>'))
        {
            _position++;
        }
    }

    private void ReadLineComment()
    {
        int start = _position;
        int end = _text.IndexOf('\n', start);
        _position = end < 0 ? _text.Length : end;
        bool documents = _position - start >= 3 && _text[start + 2] == '/' && (_position - start == 3 || _text[start + 3] != '/');
        end = _position;
        while (end > start && _text[end - 1] is '\r' or ' ' or '\t')
        {
            end--;
        }

        _comments.Add(new(start, end, IsBlock: false, documents));
    }

    private void ReadBlockComment()
    {
        int start = _position;
        int depth = 0;
        do
        {
            if (_position >= _text.Length)
            {
                _diagnostics.Error(
                    DiagnosticCode.InvalidText, new(_source, start, start + 2), "this comment has no end: `*/` is missing");
                break;
            }

            if (Current == '/' && Next == '*')
            {
                depth++;
                _position += 2;
            }
            else if (Current == '*' && Next == '/')
            {
                depth--;
                _position += 2;
            }
            else
            {
                _position++;
            }
        }
        while (depth > 0);

        bool documents = _position - start > 4 && _text[start + 2] == '*';
        _comments.Add(new(start, Math.Min(_position, _text.Length), IsBlock: true, documents));
    }

    private void ReadString()
    {
        int start = _position++;
        while (_position < _text.Length && Current is not ('"' or '\n'))
        {
            _position += Current == '\\' && _position + 1 < _text.Length && Next != '\n' ? 2 : 1;
        }

        if (Current == '"')
        {
            _position++;
        }
        else
        {
            _diagnostics.Error(
                DiagnosticCode.InvalidText, new(_source, start, start + 1), "this string has no end: `\"` is missing");
        }

        Add(TokenKind.String, start);
    }

    private void ReadUnexpected()
    {
        int start = _position;
        _position += char.IsHighSurrogate(Current) && char.IsLowSurrogate(Next) ? 2 : 1;
        if (!Characters.IsForbidden(_text[start]))
        {
            string shown = _text.Substring(start, _position - start);
            _diagnostics.Error(
                DiagnosticCode.InvalidText, new(_source, start, _position), $"`{shown}` has no meaning in WIT");
        }
    }

    private void CheckCharacters()
    {
        if (_source.Undecodable is { } offset)
        {
            _diagnostics.Error(
                DiagnosticCode.InvalidText, new(_source, offset, Math.Min(offset + 1, _text.Length)), "this is not UTF-8, and WIT files have to be");
        }

        for (int i = 0; i < _text.Length; i++)
        {
            char c = _text[i];
            if (c >= ' ' && c < '\x7F')
            {
                continue;
            }

            if (Characters.IsForbidden(c))
            {
                _diagnostics.Error(
                    DiagnosticCode.InvalidText,
                    new(_source, i, i + 1),
                    $"a WIT file may not contain the character U+{(int)c:X4}, which can make text look like what it is not");
            }
            else if (char.IsHighSurrogate(c) && i + 1 < _text.Length && char.IsLowSurrogate(_text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                _diagnostics.Error(
                    DiagnosticCode.InvalidText, new(_source, i, i + 1), "half of a surrogate pair is not a character");
            }
        }
    }
}
