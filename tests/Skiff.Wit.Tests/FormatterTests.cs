using Skiff.Wit.Lexing;
using Skiff.Wit.Printing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

public sealed class FormatterTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(TestData.DataDirectory, "*.wit", SearchOption.AllDirectories).Where(file => !Parse(File.ReadAllText(file)).HasErrors)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Formatting_changes_layout_only_and_only_once(string file)
    {
        FileSyntax before = Parse(File.ReadAllText(file));

        string text = SyntaxFormatter.Format(before);
        FileSyntax after = Parse(text);

        Assert.DoesNotContain(after.Diagnostics, item => item.Severity == WitSeverity.Error);
        Assert.Equal(Words(before), Words(after));
        Assert.Equal(before.Tokens.Comments.Count, after.Tokens.Comments.Count);
        Assert.Equal(text, SyntaxFormatter.Format(after));
        Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
    }

    [Fact]
    public void Comments_stay_where_they_are()
    {
        string folder = Path.Combine(TestData.DataDirectory, "format");

        string text = SyntaxFormatter.Format(Parse(File.ReadAllText(Path.Combine(folder, "comments.wit"))));

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "comments.expected.wit")), text);
    }

    [Fact]
    public void Windows_line_breaks_become_line_feeds() =>
        Assert.Equal(
            "package a:b;\n\n/* a\n b */\ninterface i {}\n",
            SyntaxFormatter.Format(Parse("package a:b;\r\n\r\n/* a\r\n b */\r\ninterface i {\r\n}\r\n")));

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.Equal("", SyntaxFormatter.Format(Parse("  \n\n")));
        Assert.Equal("// a\n", SyntaxFormatter.Format(Parse("\n// a  ")));
    }

    [Fact]
    public void What_has_errors_is_not_formatted() =>
        Assert.Throws<WitException>(() => SyntaxFormatter.Format(Parse("interface {")));

    private static FileSyntax Parse(string text) => FileSyntax.Parse(new("test.wit", text));

    // What is written, apart from commas and semicolons that may be left out.
    private static List<string> Words(FileSyntax file) =>
        [.. file.Tokens.Tokens.Where(token => token.Kind is not (TokenKind.Comma or TokenKind.Semicolon)).Select(file.Tokens.TextOf)];
}
