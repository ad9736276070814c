using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

public sealed class SyntaxTests
{
    [Fact]
    public void A_tree_knows_where_everything_is_written()
    {
        FileSyntax file = FileSyntax.Parse(
            new WitFile("a.wit", "package a:b@1.0.0;\ninterface i {\n    use a:c/j@1.2.3-rc.1.{t as u};\n    f: async func(x: list<u8, 4>) -> u;\n}\n"));
        InterfaceSyntax item = (InterfaceSyntax)file.Items[0];
        UseSyntax use = (UseSyntax)item.Items[0];
        FunctionSyntax function = (FunctionSyntax)item.Items[1];

        Assert.Empty(file.Diagnostics);
        Assert.Equal("package a:b@1.0.0;", file.Package!.Span.Text);
        Assert.Equal("a:b@1.0.0", file.Package.Name.Span.Text);
        Assert.Equal("a:c/j@1.2.3-rc.1", use.Path.Span.Text);
        Assert.Equal("a:c", use.Path.Package!.Span.Text);
        Assert.Equal("t as u", use.Names[0].Span.Text);
        Assert.Equal("f: async func(x: list<u8, 4>) -> u;", function.Span.Text);
        Assert.Equal("list<u8, 4>", function.Type.Parameters[0].Type.Span.Text);
        Assert.Equal(new SourcePosition(4, 5), function.Span.Position);
        Assert.Equal(new SourcePosition(4, 40), function.Span.EndPosition);
        Assert.Equal("a.wit:4:5", function.Span.ToString());
    }

    [Theory]
    [InlineData("import a: b;", "a", null, "b")]
    [InlineData("import a: b:c/d;", "a", "b:c", "d")]
    [InlineData("import a:b/c;", null, "a:b", "c")]
    [InlineData("import a:b:c/d/e@1.0.0;", null, "a:b:c/d@1.0.0", "e")]
    [InlineData("import b;", null, null, "b")]
    public void A_colon_with_a_space_ends_a_plain_name(string item, string? plain, string? package, string name)
    {
        FileSyntax file = FileSyntax.Parse(new WitFile("a.wit", $"world w {{ {item} }}"));
        ExternInterfaceSyntax import = (ExternInterfaceSyntax)((WorldSyntax)file.Items[0]).Items[0];

        Assert.Empty(file.Diagnostics);
        Assert.Equal((plain, package, name), (import.Name?.Name, import.Path.Package?.Name.ToString(), import.Path.Name.Name));
    }

    [Fact]
    public void Words_are_keywords_unless_escaped()
    {
        FileSyntax file = FileSyntax.Parse(new WitFile("a.wit", "interface %interface { %func: func(%list: u8, lists: u8); }"));

        Assert.Empty(file.Diagnostics);
        Assert.Equal(new IdentifierSyntax(file.Items[0].Span with { Start = 10, End = 20 }, "interface", true), ((InterfaceSyntax)file.Items[0]).Name);
        Assert.Equal("%list", Keywords.Escape("list"));
        Assert.Equal("lists", Keywords.Escape("lists"));
    }

    [Fact]
    public void Comments_belong_to_the_token_behind_them()
    {
        TokenList tokens = FileSyntax.Parse(new WitFile("a.wit", "/// a\n// b\ninterface /* c /* d */ */ i {} // e")).Tokens;

        Assert.Equal([2, 1, 0, 0, 1], tokens.Tokens.Select(token => token.CommentCount));
        Assert.Equal([true, false, false, false], tokens.Comments.Select(comment => comment.IsDocumentation));
        Assert.Equal([false, false, true, false], tokens.Comments.Select(comment => comment.IsBlock));
    }
}
