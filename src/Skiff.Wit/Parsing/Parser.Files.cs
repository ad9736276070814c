using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Parsing;

/// <content>Files, packages, and what both contain (WIT.md, "Top-level items").</content>
internal sealed partial class Parser
{
    private FileSyntax ParseFile()
    {
        PackageDeclarationSyntax? package = null;
        List<ItemSyntax> items = [];
        while (!AtEnd)
        {
            int start = _index;
            ItemHeaderSyntax header = ParseHeader();
            if (AtEnd && start == _index)
            {
                break;
            }

            if (AtKeyword("package"))
            {
                ParsePackage(header, items, ref package);
            }
            else if (ParsePackageItem(header, "`interface`, `world`, `use` or `package`") is { } item)
            {
                CheckExternalId(item);
                items.Add(item);
            }
            else
            {
                SkipDeclaration(start);
                if (_index == start || At(TokenKind.CloseBrace))
                {
                    // A `}` that closes nothing.
                    ReportExpected("`interface`, `world`, `use` or `package`");
                    Advance();
                }
            }
        }

        return new(new(_source, 0, _source.Text.Length), package, items, _tokens, _diagnostics.Items);
    }

    private void ParsePackage(ItemHeaderSyntax header, List<ItemSyntax> items, ref PackageDeclarationSyntax? package)
    {
        Token first = Current;
        int start = _index;
        Advance();
        if (header.Gates.Count > 0)
        {
            Error(DiagnosticCode.InvalidGate, header.Gates[0].Span, "packages have no gates; their interfaces and worlds have");
        }

        if (ParsePackageName() is not { } name)
        {
            SkipDeclaration(start);
            return;
        }

        if (At(TokenKind.OpenBrace))
        {
            Advance();
            List<ItemSyntax> nested = ParseBody("`interface`, `world`, `use` or `}`", ParseNestedPackageItem);
            items.Add(new NestedPackageSyntax(SpanFrom(first), header, name, nested));
            return;
        }

        if (package is not null || items.Count > 0)
        {
            Error(
                DiagnosticCode.PackageDeclaration,
                name.Span,
                $"a file's one `package` declaration is the first thing in it; another package in the same file is written `package {name.Name} {{ … }}`");
        }

        if (!At(TokenKind.Semicolon))
        {
            ReportExpected("`;` or `{`");
        }

        TryEat(TokenKind.Semicolon);
        package ??= new(SpanFrom(first), header, name);
    }

    private ItemSyntax? ParseNestedPackageItem(ItemHeaderSyntax header)
    {
        if (AtKeyword("package"))
        {
            Error(
                DiagnosticCode.PackageDeclaration, SpanOf(Current), "packages nest one deep: declare this one beside the one it is in");
            _lastError = _index;
            return null;
        }

        return ParsePackageItem(header, "`interface`, `world`, `use` or `}`");
    }

    private ItemSyntax? ParsePackageItem(ItemHeaderSyntax header, string expected)
    {
        Token first = Current;
        if (TryEatKeyword("interface"))
        {
            if (ParseIdentifier("the name of the interface") is not { } name || !Eat(TokenKind.OpenBrace, "`{`"))
            {
                return null;
            }

            List<ItemSyntax> items = ParseBody(InterfaceItemExpected, ParseInterfaceItem);
            return new InterfaceSyntax(SpanFrom(first), header, name, items);
        }

        if (TryEatKeyword("world"))
        {
            if (ParseIdentifier("the name of the world") is not { } name || !Eat(TokenKind.OpenBrace, "`{`"))
            {
                return null;
            }

            List<ItemSyntax> items = ParseBody(WorldItemExpected, ParseWorldItem);
            return new WorldSyntax(SpanFrom(first), header, name, items);
        }

        if (TryEatKeyword("use"))
        {
            if (ParseUsePath() is not { } path)
            {
                return null;
            }

            IdentifierSyntax? alias = null;
            if (TryEatKeyword("as"))
            {
                alias = ParseIdentifier("the name to use");
                if (alias is null)
                {
                    return null;
                }
            }

            if (At(TokenKind.Period))
            {
                ReportExpected("`;` or `as`, since types can be used in interfaces and worlds only,");
                return null;
            }

            EatSemicolon();
            return new TopLevelUseSyntax(SpanFrom(first), header, path, alias);
        }

        ReportExpected(expected);
        return null;
    }

    // Reads declarations up to the closing brace, which it takes in.
    private List<ItemSyntax> ParseBody(string expected, Func<ItemHeaderSyntax, ItemSyntax?> parseItem)
    {
        List<ItemSyntax> items = [];
        while (!At(TokenKind.CloseBrace) && !AtEnd)
        {
            int start = _index;
            ItemHeaderSyntax header = ParseHeader();
            if (parseItem(header) is { } item)
            {
                CheckExternalId(item);
                items.Add(item);
            }
            else
            {
                SkipDeclaration(start);
                if (_index == start)
                {
                    ReportExpected(expected);
                    Advance();
                }
            }
        }

        Eat(TokenKind.CloseBrace, "`}`");
        return items;
    }

    private PackageNameSyntax? ParsePackageName()
    {
        Token first = Current;
        List<string> namespaces = [];
        List<string> names = [];
        if (ParseIdentifier("the name of a package, as `namespace:name`") is not { } identifier)
        {
            return null;
        }

        names.Add(identifier.Name);
        CheckPackageWord(identifier);
        while (TryEat(TokenKind.Colon))
        {
            namespaces.Add(names[0]);
            if (ParseIdentifier("the name of the package") is not { } next)
            {
                return null;
            }

            CheckPackageWord(next);
            names[0] = next.Name;
        }

        if (namespaces.Count == 0)
        {
            Error(
                DiagnosticCode.UnexpectedToken,
                identifier.Span,
                $"a package's name has a namespace before it, as `namespace:{identifier.Name}`");
            namespaces.Add("unnamed");
        }

        while (TryEat(TokenKind.Slash))
        {
            if (ParseIdentifier("the name of the nested package") is not { } next)
            {
                return null;
            }

            names.Add(next.Name);
        }

        SemanticVersion? version = TryEat(TokenKind.At) ? ParseVersion() : null;
        return new(SpanFrom(first), new(string.Join(":", namespaces), string.Join("/", names), version));
    }

    private UsePathSyntax? ParseUsePath()
    {
        Token first = Current;
        return ParseIdentifier("the name of an interface or world") is { } identifier
            ? ParseUsePath(first, identifier)
            : null;
    }

    // The rest of a path whose first identifier has been read.
    private UsePathSyntax? ParseUsePath(Token first, IdentifierSyntax identifier)
    {
        List<string> namespaces = [];
        while (TryEat(TokenKind.Colon))
        {
            namespaces.Add(identifier.Name);
            CheckPackageWord(identifier);
            if (ParseIdentifier("the name of a package") is not { } next)
            {
                return null;
            }

            identifier = next;
        }

        if (namespaces.Count == 0)
        {
            if (At(TokenKind.Slash))
            {
                Error(
                    DiagnosticCode.UnexpectedToken,
                    identifier.Span,
                    "the path of an interface in another package starts with a namespace, as `namespace:package/interface`");
                _lastError = _index;
                return null;
            }

            return new(SpanFrom(first), null, identifier);
        }

        if (!At(TokenKind.Slash))
        {
            Error(
                DiagnosticCode.UnexpectedToken,
                SpanFrom(first),
                $"`{string.Join(":", namespaces)}:{identifier.Name}` is a package; name an interface or world in it, as `{string.Join(":", namespaces)}:{identifier.Name}/name`");
            _lastError = _index;
            return null;
        }

        List<string> names = [];
        SourceSpan packageSpan = SpanFrom(first);
        while (TryEat(TokenKind.Slash))
        {
            names.Add(identifier.Name);
            CheckPackageWord(identifier);
            packageSpan = new(_source, first.Start, identifier.Span.End);
            if (ParseIdentifier("the name of an interface or world") is not { } next)
            {
                return null;
            }

            identifier = next;
        }

        SemanticVersion? version = null;
        if (TryEat(TokenKind.At))
        {
            version = ParseVersion();
            if (version is null)
            {
                return null;
            }
        }

        PackageNameSyntax package = new(
            packageSpan, new(string.Join(":", namespaces), string.Join("/", names), version));
        return new(SpanFrom(first), package, identifier);
    }
}
