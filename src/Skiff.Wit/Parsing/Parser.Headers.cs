using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Parsing;

/// <content>Documentation, gates and <c>@external-id</c>.</content>
internal sealed partial class Parser
{
    private string? DocumentationHere => Documentation.Read(_tokens, Current);

    private ItemHeaderSyntax ParseHeader()
    {
        string? documentation = DocumentationHere;
        List<GateSyntax> gates = [];
        string? externalId = null;
        while (At(TokenKind.At))
        {
            Token at = Current;
            Advance();
            if (ParseIdentifier("`since`, `unstable`, `deprecated` or `external-id`") is not { } name)
            {
                break;
            }

            if (!ParseGate(at, name, gates, ref externalId))
            {
                // To the end of the gate, as far as it goes on in this line.
                while (!AtEnd && !StartsLine(_index) && !TryEat(TokenKind.CloseParenthesis))
                {
                    Advance();
                }
            }

            documentation = Documentation.Read(_tokens, Current, documentation);
        }

        return documentation is null && gates.Count == 0 && externalId is null
            ? ItemHeaderSyntax.Empty
            : new(documentation, gates, externalId);
    }

    private bool ParseGate(Token at, IdentifierSyntax name, List<GateSyntax> gates, ref string? externalId)
    {
        switch (name.Name)
        {
            case "since" or "deprecated":
                if (!Eat(TokenKind.OpenParenthesis, "`(version = …)`")
                    || !EatField("version")
                    || ParseVersion() is not { } version
                    || !Eat(TokenKind.CloseParenthesis, "`)`"))
                {
                    return false;
                }

                gates.Add(
                    name.Name == "since"
                        ? new SinceGateSyntax(SpanFrom(at), version)
                        : new DeprecatedGateSyntax(SpanFrom(at), version));
                return true;
            case "unstable":
                if (!Eat(TokenKind.OpenParenthesis, "`(feature = …)`")
                    || !EatField("feature")
                    || ParseIdentifier("the name of a feature") is not { } feature
                    || !Eat(TokenKind.CloseParenthesis, "`)`"))
                {
                    return false;
                }

                gates.Add(new UnstableGateSyntax(SpanFrom(at), feature));
                return true;
            case "external-id":
                if (!Eat(TokenKind.OpenParenthesis, "`(\"…\")`")
                    || ParseString() is not { } value
                    || !Eat(TokenKind.CloseParenthesis, "`)`"))
                {
                    return false;
                }

                if (externalId is not null)
                {
                    Error(DiagnosticCode.InvalidGate, name.Span, "an item has at most one `@external-id`");
                }

                externalId = value;
                return true;
            default:
                Error(
                    DiagnosticCode.UnexpectedToken,
                    name.Span,
                    $"`@{name.Name}` is none of `@since`, `@unstable`, `@deprecated` and `@external-id`");
                _lastError = _index;
                return false;
        }
    }

    private void CheckExternalId(ItemSyntax item)
    {
        if (item.Header.ExternalId is not null
            && item is not (TypeDefinitionSyntax or FunctionSyntax or ExternSyntax { Name: not null }))
        {
            Error(
                DiagnosticCode.InvalidGate,
                item.Span with { End = item.Span.Start + 1 },
                "an `@external-id` belongs to a function, a type, or an import or export with a plain name");
        }
    }

    private bool EatField(string name)
    {
        if (At(TokenKind.Identifier) && _tokens.TextOf(Current) == name)
        {
            Advance();
            return Eat(TokenKind.Equals, "`=`");
        }

        ReportExpected($"`{name} =`");
        return false;
    }

    private string? ParseString()
    {
        Token token = Current;
        if (!Eat(TokenKind.String, "a string"))
        {
            return null;
        }

        string literal = _tokens.TextOf(token);
        if (literal.Length < 2 || literal[literal.Length - 1] != '"')
        {
            // The lexer has said that its end is missing.
            return "";
        }

        string? value = StringLiteral.Decode(literal, out string? error);
        if (error is not null)
        {
            Error(DiagnosticCode.InvalidText, SpanOf(token), error);
        }

        return value ?? "";
    }
}
