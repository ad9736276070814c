using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Parsing;

/// <content>What interfaces contain (WIT.md, "Item: interface", "Item: use").</content>
internal sealed partial class Parser
{
    private const string InterfaceItemExpected = "a function, `use`, a type definition or `}`";

    private ItemSyntax? ParseInterfaceItem(ItemHeaderSyntax header)
    {
        // `a: …` where `a` is a keyword.
        if (At(TokenKind.Keyword) && Peek(1).Kind == TokenKind.Colon)
        {
            ParseIdentifier("the name of a function");
            return null;
        }

        if (AtKeyword("use"))
        {
            return ParseUse(header);
        }

        if (AtTypeDefinition)
        {
            return ParseTypeDefinition(header);
        }

        if (AtIdentifier)
        {
            return ParseFunction(header, FunctionKind.Freestanding);
        }

        ReportExpected(InterfaceItemExpected);
        return null;
    }

    private UseSyntax? ParseUse(ItemHeaderSyntax header)
    {
        Token first = Current;
        Advance();
        if (ParseUsePath() is not { } path || !Eat(TokenKind.Period, "`.{…}` with the types to use") || !Eat(TokenKind.OpenBrace, "`{`"))
        {
            return null;
        }

        Token open = Previous;
        List<RenamedSyntax> names = ParseMembers(TokenKind.CloseBrace, "`}`", ParseUseName);
        if (names.Count == 0 && _lastError < _index - 1)
        {
            // Against the grammar, but tools in use let it pass.
            _diagnostics.Warning(DiagnosticCode.Empty, SpanFrom(open), "a `use` names one type or more");
        }

        EatSemicolon();
        return new(SpanFrom(first), header, path, names);
    }

    private RenamedSyntax? ParseUseName()
    {
        Token first = Current;
        if (ParseIdentifier("the name of a type") is not { } name)
        {
            return null;
        }

        IdentifierSyntax? alias = null;
        if (TryEatKeyword("as"))
        {
            alias = ParseIdentifier("the name it gets");
            if (alias is null)
            {
                return null;
            }
        }

        return new(SpanFrom(first), name, alias);
    }

    private FunctionSyntax? ParseFunction(ItemHeaderSyntax header, FunctionKind kind)
    {
        Token first = Current;
        if (ParseIdentifier("the name of a function") is not { } name || !Eat(TokenKind.Colon, "`:`"))
        {
            return null;
        }

        if (kind == FunctionKind.Method && TryEatKeyword("static"))
        {
            kind = FunctionKind.Static;
        }

        if (ParseFunctionType() is not { } type)
        {
            return null;
        }

        EatSemicolon();
        return new(SpanFrom(first), header, name, kind, type);
    }

    private FunctionSyntax? ParseResourceFunction(ItemHeaderSyntax header)
    {
        Token first = Current;
        if (!AtKeyword("constructor"))
        {
            if (AtIdentifier)
            {
                return ParseFunction(header, FunctionKind.Method);
            }

            ReportExpected("`constructor`, a function or `}`");
            return null;
        }

        IdentifierSyntax name = new(SpanOf(first), "constructor", IsEscaped: false);
        Advance();
        if (ParseSignature(first, isAsync: false) is not { } type)
        {
            return null;
        }

        EatSemicolon();
        return new(SpanFrom(first), header, name, FunctionKind.Constructor, type);
    }

    private FunctionTypeSyntax? ParseFunctionType()
    {
        Token first = Current;
        bool isAsync = TryEatKeyword("async");
        if (!TryEatKeyword("func"))
        {
            ReportExpected(isAsync ? "`func`" : "`func` or `async func`");
            return null;
        }

        return ParseSignature(first, isAsync);
    }

    private FunctionTypeSyntax? ParseSignature(Token first, bool isAsync)
    {
        if (!Eat(TokenKind.OpenParenthesis, "`(`"))
        {
            return null;
        }

        List<NamedTypeSyntax> parameters = ParseMembers(TokenKind.CloseParenthesis, "`)`", ParseParameter);
        if (Previous.Kind != TokenKind.CloseParenthesis)
        {
            return null;
        }

        TypeSyntax? result = null;
        if (TryEat(TokenKind.Arrow))
        {
            result = ParseType();
            if (result is null)
            {
                return null;
            }
        }

        return new(SpanFrom(first), isAsync, parameters, result);
    }

    private NamedTypeSyntax? ParseParameter() => ParseNamedType("the name of a parameter");

    private NamedTypeSyntax? ParseNamedType(string expected)
    {
        Token first = Current;
        string? documentation = DocumentationHere;
        return ParseIdentifier(expected) is { } name && Eat(TokenKind.Colon, "`:`") && ParseType() is { } type
            ? new(SpanFrom(first), documentation, name, type)
            : null;
    }
}
