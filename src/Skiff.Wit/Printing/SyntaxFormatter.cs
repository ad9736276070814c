using System.Text;
using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Printing;

/// <summary>
/// Lays a file out anew: four spaces a level, one declaration or member a line, at most one blank line between them.
/// Comments stay where they are; one in the middle of a declaration moves in front of it.
/// </summary>
public sealed class SyntaxFormatter
{
    private const int Width = 100;
    private const int IndentationWidth = 4;

    private readonly TokenList _tokens;
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private int _index;
    private int _depth;

    private SyntaxFormatter(TokenList tokens)
    {
        _tokens = tokens;
        _source = tokens.Source.Text;
    }

    private Token Current => _tokens[_index];

    /// <summary>The text of a file, laid out.</summary>
    /// <exception cref="WitException">The file has syntax errors.</exception>
    public static string Format(FileSyntax file)
    {
        if (file.HasErrors)
        {
            throw new WitException(file.Diagnostics);
        }

        SyntaxFormatter formatter = new(file.Tokens);
        formatter.FormatItems();
        formatter.WriteComments(first: formatter._index == 0);
        if (formatter._text.Length > 0)
        {
            formatter._text.Append('\n');
        }

        return formatter._text.ToString();
    }

    // The declarations up to a closing brace or the end.
    private void FormatItems()
    {
        bool first = true;
        bool afterBlock = false;
        while (Current.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile))
        {
            StartLine(first, forceBlank: afterBlock && _depth == 0);
            first = false;
            int end = FindEnd();
            bool opensBlock = _tokens[end - 1].Kind == TokenKind.OpenBrace;
            string keyword = _tokens.TextOf(Current);
            bool isGate = Current.Kind == TokenKind.At;
            WriteRun(end);

            // The grammar has no semicolon after the names of an `include`.
            if (keyword == "include" && Current.Kind == TokenKind.Semicolon && _tokens[end - 1].Kind == TokenKind.CloseBrace)
            {
                WriteMovedComments(_index, _index + 1);
                _index++;
            }

            if (opensBlock)
            {
                FormatBlock(keyword is "record" or "variant" or "enum" or "flags");
            }

            afterBlock = opensBlock && !isGate;
        }
    }

    private void FormatBlock(bool ofMembers)
    {
        if (Current is { Kind: TokenKind.CloseBrace, CommentCount: 0 })
        {
            _text.Append('}');
            _index++;
            return;
        }

        _depth++;
        if (ofMembers)
        {
            FormatMembers();
        }
        else
        {
            FormatItems();
        }

        WriteComments(first: _tokens[_index - 1].Kind == TokenKind.OpenBrace);
        _depth--;
        NewLine();
        _text.Append('}');
        _index++;
    }

    private void FormatMembers()
    {
        bool first = true;
        while (Current.Kind != TokenKind.CloseBrace)
        {
            StartLine(first, forceBlank: false);
            first = false;
            int end = _index;
            int depth = 0;
            while (depth > 0 || _tokens[end].Kind is not (TokenKind.Comma or TokenKind.CloseBrace))
            {
                depth += _tokens[end].Kind switch
                {
                    TokenKind.OpenParenthesis or TokenKind.Less => 1,
                    TokenKind.CloseParenthesis or TokenKind.Greater => -1,
                    _ => 0,
                };
                end++;
            }

            WriteRun(end);
            _text.Append(',');
            if (Current.Kind == TokenKind.Comma)
            {
                WriteMovedComments(_index, _index + 1);
                _index++;
            }
        }
    }

    // Where the declaration or gate that starts here ends: behind its `;`, its `{`, or its closing bracket.
    private int FindEnd()
    {
        bool isGate = Current.Kind == TokenKind.At;
        for (int i = _index; ; i++)
        {
            switch (_tokens[i].Kind)
            {
                case TokenKind.CloseParenthesis when isGate:
                case TokenKind.Semicolon:
                    return i + 1;
                case TokenKind.OpenBrace when IsInline(i):
                    i = FindClose(i);
                    if (_tokens.IsKeyword(Current, "include"))
                    {
                        return i + 1;
                    }

                    break;
                case TokenKind.OpenBrace:
                    return i + 1;
                default:
                    break;
            }
        }
    }

    // The braces of `use a.{…}` and `with {…}` hold names, not declarations.
    private bool IsInline(int brace) =>
        _tokens[brace - 1].Kind == TokenKind.Period || _tokens.IsKeyword(_tokens[brace - 1], "with");

    private int FindClose(int open)
    {
        TokenKind close = _tokens[open].Kind == TokenKind.OpenBrace ? TokenKind.CloseBrace : TokenKind.CloseParenthesis;
        int i = open;
        while (_tokens[i].Kind != close)
        {
            i++;
        }

        return i;
    }

    // Writes the tokens up to an end in one line, or, when that is too long or has comments in it, with what is between
    // its brackets in a line each.
    private void WriteRun(int end)
    {
        int open = FindGroup(end);
        int close = open < 0 ? end : FindClose(open);
        bool hasInnerComments = open >= 0 && HasComments(open + 1, close + 1);
        WriteMovedComments(_index + 1, open < 0 ? end : open + 1);
        WriteMovedComments(close + 1, end);
        string line = Flatten(_index, end);
        if (open < 0 || (!hasInnerComments && (_depth * IndentationWidth) + line.Length <= Width) || open + 1 == close)
        {
            WriteMovedComments(open < 0 ? end : open + 1, open < 0 ? end : close + 1);
            _text.Append(line);
            _index = end;
            return;
        }

        _text.Append(Flatten(_index, open + 1));
        int start = _index;
        _index = open + 1;
        _depth++;
        bool first = true;
        while (_index < close)
        {
            StartLine(first, forceBlank: false);
            first = false;
            int last = FindElementEnd(_index, close);
            WriteMovedComments(_index + 1, last);
            _text.Append(Flatten(_index, last));
            _index = last;
            if (_index < close)
            {
                WriteMovedComments(_index, _index + 1);
                _text.Append(_index + 1 < close ? "," : "");
                _index++;
            }
        }

        WriteComments(first: false);
        _depth--;
        NewLine();
        _text.Append(Flatten(close, end, start));
        _index = end;
    }

    private int FindGroup(int end)
    {
        if (Current.Kind == TokenKind.At)
        {
            return -1;
        }

        for (int i = _index; i < end; i++)
        {
            if (_tokens[i].Kind == TokenKind.OpenParenthesis && Enclosing(i) is "func" or "constructor")
            {
                return i;
            }

            if (_tokens[i].Kind == TokenKind.OpenBrace && IsInline(i))
            {
                return i;
            }
        }

        return -1;
    }

    private string Enclosing(int open) => _tokens.TextOf(_tokens[open - 1]);

    private int FindElementEnd(int start, int close)
    {
        int depth = 0;
        int i = start;
        for (; i < close && (depth > 0 || _tokens[i].Kind != TokenKind.Comma); i++)
        {
            depth += _tokens[i].Kind switch { TokenKind.Less => 1, TokenKind.Greater => -1, _ => 0 };
        }

        return i;
    }

    private bool HasComments(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (_tokens[i].CommentCount > 0)
            {
                return true;
            }
        }

        return false;
    }

    // The tokens in one line; a comma before a closing bracket is left out.
    private string Flatten(int start, int end, int? runStart = null)
    {
        StringBuilder line = new();
        string keyword = _tokens.TextOf(_tokens[runStart ?? _index]);
        int previous = -1;
        for (int i = start; i < end; i++)
        {
            if (_tokens[i].Kind == TokenKind.Comma
                && i + 1 < end
                && _tokens[i + 1].Kind is TokenKind.CloseParenthesis or TokenKind.CloseBrace or TokenKind.Greater)
            {
                continue;
            }

            if (previous >= 0 && NeedsSpace(previous, i, keyword))
            {
                line.Append(' ');
            }

            line.Append(_tokens.TextOf(_tokens[i]));
            previous = i;
        }

        return line.ToString();
    }

    private bool NeedsSpace(int left, int right, string keyword)
    {
        Token a = _tokens[left];
        Token b = _tokens[right];
        if (b.Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.CloseParenthesis or TokenKind.Greater
            or TokenKind.Less or TokenKind.OpenParenthesis or TokenKind.Period or TokenKind.Slash or TokenKind.At
            or TokenKind.Plus or TokenKind.Minus)
        {
            return false;
        }

        return a.Kind switch
        {
            TokenKind.OpenParenthesis or TokenKind.Less or TokenKind.Period or TokenKind.Slash or TokenKind.At
                or TokenKind.Plus or TokenKind.Minus => false,
            TokenKind.Colon => !IsPathColon(left, keyword),

            // Parts of a version.
            TokenKind.Integer => b.Kind is not (TokenKind.Identifier or TokenKind.Integer or TokenKind.Keyword) || a.End != b.Start,
            TokenKind.OpenBrace => keyword == "include",
            _ => b.Kind switch
            {
                TokenKind.CloseBrace => keyword == "include",
                _ => a.End != b.Start || !(IsVersionPart(a.Kind) && IsVersionPart(b.Kind)),
            },
        };
    }

    private static bool IsVersionPart(TokenKind kind) => kind is TokenKind.Integer or TokenKind.Identifier or TokenKind.Keyword;

    // A colon of `a:b/c`; the one behind a name is written with a space (see Parser.ParseExtern).
    private bool IsPathColon(int colon, string keyword)
    {
        if (keyword is "package" or "use" or "include")
        {
            return true;
        }

        Token next = _tokens[colon + 1];
        bool startsType = next.Kind == TokenKind.Keyword && _tokens.TextOf(next) is "func" or "async" or "interface";
        return keyword is "import" or "export"
            && !startsType
            && (next.Start == _tokens[colon].End || _tokens[colon - 2].Kind == TokenKind.Colon)
            && _tokens[colon + 1].Kind is TokenKind.Identifier or TokenKind.EscapedIdentifier
            && !IsInParameters(colon);
    }

    private bool IsInParameters(int index)
    {
        for (int i = index; i >= 0 && _tokens[i].Kind is not (TokenKind.Semicolon or TokenKind.OpenBrace or TokenKind.CloseBrace); i--)
        {
            if (_tokens[i].Kind == TokenKind.OpenParenthesis && _tokens.IsKeyword(_tokens[i - 1], "func"))
            {
                return true;
            }
        }

        return false;
    }

    // Writes the comments before the current token and starts a line for it.
    private void StartLine(bool first, bool forceBlank)
    {
        int end = WriteComments(first);
        bool blank = !first || Current.CommentCount > 0;
        if (_text.Length > 0)
        {
            bool isBlank = blank && (CountLines(end, Current.Start) > 1 || (forceBlank && Current.CommentCount == 0));
            NewLine(isBlank);
        }
    }

    // Writes the comments before the current token, each in a line, or behind what stands before it in its line.
    // Returns where the last of them ends in the source.
    private int WriteComments(bool first)
    {
        int end = _index == 0 ? 0 : _tokens[_index - 1].End;
        for (int i = Current.FirstComment; i < Current.FirstComment + Current.CommentCount; i++)
        {
            Comment comment = _tokens.Comments[i];
            int lines = CountLines(end, comment.Start);
            bool trails = lines == 0 && _text.Length > 0 && !comment.IsDocumentation && !(comment.IsBlock && i > Current.FirstComment);
            if (trails && i == Current.FirstComment)
            {
                _text.Append(' ');
            }
            else if (_text.Length > 0)
            {
                NewLine(blank: lines > 1 && !(first && i == Current.FirstComment));
            }

            _text.Append(TextOf(comment));
            end = comment.End;
        }

        return end;
    }

    // Comments in the middle of a declaration go before it. They documented nothing, and do not start to.
    private void WriteMovedComments(int start, int end)
    {
        List<string> moved = [];
        for (int i = start; i < end; i++)
        {
            for (int j = _tokens[i].FirstComment; j < _tokens[i].FirstComment + _tokens[i].CommentCount; j++)
            {
                string text = TextOf(_tokens.Comments[j]);
                moved.Add(_tokens.Comments[j].IsDocumentation ? text.Remove(2, 1) : text);
            }
        }

        if (moved.Count == 0)
        {
            return;
        }

        int lineStart = _text.Length;
        while (lineStart > 0 && _text[lineStart - 1] != '\n')
        {
            lineStart--;
        }

        string indentation = new(' ', _depth * IndentationWidth);
        _text.Insert(lineStart, string.Concat(moved.Select(text => $"{indentation}{text}\n")));
    }

    private string TextOf(Comment comment) =>
        _source.Substring(comment.Start, comment.End - comment.Start).Replace("\r\n", "\n");

    private int CountLines(int start, int end)
    {
        int lines = 0;
        for (int i = start; i < end; i++)
        {
            lines += _source[i] == '\n' ? 1 : 0;
        }

        return lines;
    }

    private void NewLine(bool blank = false)
    {
        _text.Append(blank ? "\n\n" : "\n").Append(' ', _depth * IndentationWidth);
    }
}
