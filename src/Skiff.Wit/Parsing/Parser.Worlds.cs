using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;

namespace Skiff.Wit.Parsing;

/// <content>What worlds contain (WIT.md, "Item: world", "Item: include").</content>
internal sealed partial class Parser
{
    private const string WorldItemExpected = "`import`, `export`, `include`, `use`, a type definition or `}`";

    private ItemSyntax? ParseWorldItem(ItemHeaderSyntax header)
    {
        if (AtKeyword("import") || AtKeyword("export"))
        {
            return ParseExtern(header);
        }

        if (AtKeyword("include"))
        {
            return ParseInclude(header);
        }

        if (AtKeyword("use"))
        {
            return ParseUse(header);
        }

        if (AtTypeDefinition)
        {
            return ParseTypeDefinition(header);
        }

        ReportExpected(WorldItemExpected);
        return null;
    }

    private ExternSyntax? ParseExtern(ItemHeaderSyntax header)
    {
        Token first = Current;
        bool isExport = AtKeyword("export");
        Advance();
        Token nameToken = Current;
        if (ParseIdentifier("a name or the path of an interface") is not { } name)
        {
            return null;
        }

        // `a:b` without a space is the start of a path, unless what follows can only be a type.
        bool spaced = At(TokenKind.Colon) && Peek(1).Start > Current.End;
        bool startsType = Peek(1).Kind == TokenKind.Keyword
            && _tokens.TextOf(Peek(1)) is "func" or "async" or "interface";
        if (!At(TokenKind.Colon) || !(spaced || startsType))
        {
            if (ParseUsePath(nameToken, name) is not { } path)
            {
                return null;
            }

            EatSemicolon();
            return new ExternInterfaceSyntax(SpanFrom(first), header, isExport, null, path);
        }

        Advance();
        if (TryEatKeyword("interface"))
        {
            if (!Eat(TokenKind.OpenBrace, "`{`"))
            {
                return null;
            }

            List<ItemSyntax> items = ParseBody(InterfaceItemExpected, ParseInterfaceItem);
            return new ExternInlineInterfaceSyntax(SpanFrom(first), header, isExport, name, items);
        }

        if (startsType)
        {
            if (ParseFunctionType() is not { } type)
            {
                return null;
            }

            EatSemicolon();
            return new ExternFunctionSyntax(SpanFrom(first), header, isExport, name, type);
        }

        if (!AtIdentifier)
        {
            ReportExpected("`func`, `async func`, `interface` or the path of an interface");
            return null;
        }

        if (ParseUsePath() is not { } implemented)
        {
            return null;
        }

        EatSemicolon();
        return new ExternInterfaceSyntax(SpanFrom(first), header, isExport, name, implemented);
    }

    private IncludeSyntax? ParseInclude(ItemHeaderSyntax header)
    {
        Token first = Current;
        Advance();
        if (ParseUsePath() is not { } path)
        {
            return null;
        }

        List<RenamedSyntax> names = [];
        if (TryEatKeyword("with"))
        {
            if (!Eat(TokenKind.OpenBrace, "`{`"))
            {
                return null;
            }

            names = ParseMembers(TokenKind.CloseBrace, "`}`", ParseIncludeName);

            // The grammar has no semicolon after the names, but many write one.
            TryEat(TokenKind.Semicolon);
        }
        else
        {
            EatSemicolon();
        }

        return new(SpanFrom(first), header, path, names);
    }

    private RenamedSyntax? ParseIncludeName()
    {
        Token first = Current;
        if (ParseIdentifier("the plain name of an import or export") is not { } name)
        {
            return null;
        }

        if (!TryEatKeyword("as"))
        {
            ReportExpected("`as`");
            return null;
        }

        return ParseIdentifier("the name it gets") is { } alias ? new(SpanFrom(first), name, alias) : null;
    }
}
