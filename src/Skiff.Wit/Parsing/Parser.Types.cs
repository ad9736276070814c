using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Parsing;

/// <content>Definitions and uses of types (WIT.md, "Items: type", "Types").</content>
internal sealed partial class Parser
{
    private int _typeDepth;

    private bool AtTypeDefinition =>
        At(TokenKind.Keyword) && _tokens.TextOf(Current) is "type" or "record" or "variant" or "enum" or "flags" or "resource";

    private TypeDefinitionSyntax? ParseTypeDefinition(ItemHeaderSyntax header)
    {
        Token first = Current;
        string keyword = _tokens.TextOf(first);
        Advance();
        if (ParseIdentifier("the name of the type") is not { } name)
        {
            return null;
        }

        switch (keyword)
        {
            case "type":
                if (!Eat(TokenKind.Equals, "`=`") || ParseType() is not { } type)
                {
                    return null;
                }

                EatSemicolon();
                return new TypeAliasSyntax(SpanFrom(first), header, name, type);
            case "resource":
                if (TryEat(TokenKind.Semicolon))
                {
                    return new ResourceSyntax(SpanFrom(first), header, name, []);
                }

                if (!Eat(TokenKind.OpenBrace, "`;` or `{`"))
                {
                    return null;
                }

                List<ItemSyntax> functions = ParseBody("`constructor`, a function or `}`", ParseResourceFunction);
                return new ResourceSyntax(SpanFrom(first), header, name, [.. functions.Cast<FunctionSyntax>()]);
            case "record":
                return ParseFields(name, "field", () => ParseNamedType("the name of a field")) is { } fields
                    ? new RecordSyntax(SpanFrom(first), header, name, fields)
                    : null;
            case "variant":
                return ParseFields(name, "case", () => ParseCase("the name of a case", allowsPayload: true)) is { } cases
                    ? new VariantSyntax(SpanFrom(first), header, name, cases)
                    : null;
            case "enum":
                return ParseFields(name, "case", () => ParseCase("the name of a case", allowsPayload: false)) is { } plainCases
                    ? new EnumSyntax(SpanFrom(first), header, name, plainCases)
                    : null;
            default:
                return ParseFields(name, "flag", () => ParseCase("the name of a flag", allowsPayload: false)) is { } flags
                    ? new FlagsSyntax(SpanFrom(first), header, name, flags)
                    : null;
        }
    }

    private List<T>? ParseFields<T>(IdentifierSyntax name, string member, Func<T?> parseMember)
        where T : class
    {
        if (!Eat(TokenKind.OpenBrace, "`{`"))
        {
            return null;
        }

        int errors = _diagnostics.Items.Count;
        List<T> members = ParseMembers(TokenKind.CloseBrace, "`}`", parseMember);
        if (members.Count == 0 && _diagnostics.Items.Count == errors)
        {
            Error(DiagnosticCode.Empty, name.Span, $"`{name.Name}` needs one {member} or more");
        }

        return members;
    }

    private CaseSyntax? ParseCase(string expected, bool allowsPayload)
    {
        Token first = Current;
        string? documentation = DocumentationHere;
        if (ParseIdentifier(expected) is not { } name)
        {
            return null;
        }

        TypeSyntax? payload = null;
        if (allowsPayload && TryEat(TokenKind.OpenParenthesis))
        {
            payload = ParseType();
            if (payload is null || !Eat(TokenKind.CloseParenthesis, "`)`"))
            {
                return null;
            }
        }

        return new(SpanFrom(first), documentation, name, payload);
    }

    private TypeSyntax? ParseType()
    {
        if (_typeDepth >= MaximumTypeDepth)
        {
            Error(DiagnosticCode.TooDeep, SpanOf(Current), $"types nest at most {MaximumTypeDepth} deep; give the inner ones names");
            _lastError = _index;
            return null;
        }

        _typeDepth++;
        TypeSyntax? type = ParseTypeHere();
        _typeDepth--;
        return type;
    }

    private TypeSyntax? ParseTypeHere()
    {
        Token first = Current;
        if (AtIdentifier)
        {
            return ParseIdentifier("a type") is { } name ? new TypeReferenceSyntax(name.Span, name) : null;
        }

        if (!At(TokenKind.Keyword))
        {
            ReportExpected("a type");
            return null;
        }

        string keyword = _tokens.TextOf(first);
        if (PrimitiveType.FromKeyword(keyword) is { } primitive)
        {
            Advance();
            return new PrimitiveTypeSyntax(SpanOf(first), primitive);
        }

        switch (keyword)
        {
            case "list":
                Advance();
                return ParseList(first);
            case "map":
                Advance();
                return Eat(TokenKind.Less, "`<`") && ParseType() is { } key && Eat(TokenKind.Comma, "`,`")
                    && ParseType() is { } value && Eat(TokenKind.Greater, "`>`")
                    ? new MapTypeSyntax(SpanFrom(first), key, value)
                    : null;
            case "option":
                Advance();
                return Eat(TokenKind.Less, "`<`") && ParseType() is { } some && Eat(TokenKind.Greater, "`>`")
                    ? new OptionTypeSyntax(SpanFrom(first), some)
                    : null;
            case "result":
                Advance();
                return ParseResult(first);
            case "tuple":
                Advance();
                return ParseTuple(first);
            case "future" or "stream":
                Advance();
                TypeSyntax? element = null;
                if (TryEat(TokenKind.Less))
                {
                    element = ParseType();
                    if (element is null || !Eat(TokenKind.Greater, "`>`"))
                    {
                        return null;
                    }
                }

                return keyword == "future"
                    ? new FutureTypeSyntax(SpanFrom(first), element)
                    : new StreamTypeSyntax(SpanFrom(first), element);
            case "own" or "borrow":
                Advance();
                return Eat(TokenKind.Less, "`<`") && ParseIdentifier("the name of a resource") is { } resource
                    && Eat(TokenKind.Greater, "`>`")
                    ? new HandleTypeSyntax(SpanFrom(first), keyword == "borrow", resource)
                    : null;
            default:
                ReportExpected("a type");
                return null;
        }
    }

    private ListTypeSyntax? ParseList(Token first)
    {
        if (!Eat(TokenKind.Less, "`<`") || ParseType() is not { } element)
        {
            return null;
        }

        uint? length = null;
        if (TryEat(TokenKind.Comma))
        {
            Token number = Current;
            if (!Eat(TokenKind.Integer, "the length of the list"))
            {
                return null;
            }

            string digits = _tokens.TextOf(number);
            if (digits[0] == '0' || !uint.TryParse(digits, out uint value))
            {
                Error(
                    DiagnosticCode.InvalidNumber,
                    SpanOf(number),
                    $"the length of a list is a number from 1 to {uint.MaxValue} without leading zeros");
                value = 1;
            }

            length = value;
        }

        return Eat(TokenKind.Greater, length is null ? "`,` or `>`" : "`>`")
            ? new(SpanFrom(first), element, length)
            : null;
    }

    private ResultTypeSyntax? ParseResult(Token first)
    {
        TypeSyntax? ok = null;
        TypeSyntax? error = null;
        if (!TryEat(TokenKind.Less))
        {
            return new(SpanFrom(first), null, null);
        }

        bool hasOk = !TryEat(TokenKind.Underscore);
        if (hasOk)
        {
            ok = ParseType();
            if (ok is null)
            {
                return null;
            }
        }

        if (hasOk ? TryEat(TokenKind.Comma) : Eat(TokenKind.Comma, "`,` and the type of the error"))
        {
            error = ParseType();
            if (error is null)
            {
                return null;
            }
        }
        else if (!hasOk)
        {
            return null;
        }

        return Eat(TokenKind.Greater, error is null ? "`,` or `>`" : "`>`") ? new(SpanFrom(first), ok, error) : null;
    }

    private TupleTypeSyntax? ParseTuple(Token first)
    {
        if (!Eat(TokenKind.Less, "`<`"))
        {
            return null;
        }

        int errors = _diagnostics.Items.Count;
        List<TypeSyntax> elements = ParseMembers(TokenKind.Greater, "`>`", ParseType);
        if (Previous.Kind != TokenKind.Greater)
        {
            return null;
        }

        if (elements.Count == 0 && _diagnostics.Items.Count == errors)
        {
            Error(DiagnosticCode.Empty, SpanFrom(first), "a tuple has one type or more");
        }

        return new(SpanFrom(first), elements);
    }
}
