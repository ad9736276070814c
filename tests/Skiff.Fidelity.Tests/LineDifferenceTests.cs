namespace Skiff.Fidelity.Tests;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "a x c", "- b|+ x")]
    [InlineData("", "a", "+ a")]
    [InlineData("a b", "", "- a|- b")]
    [InlineData("a b c d", "b c d e", "- a|+ e")]
    [InlineData("a a b", "a b b", "- a|+ b")]
    public void Changes_are_the_lines_that_go_and_come(string from, string to, string changes) =>
        Assert.Equal(Words(changes, '|'), LineDifference.Changes(LineDifference.Edit(Words(from, ' '), Words(to, ' '))));

    private static string[] Words(string text, char separator) => text.Length == 0 ? [] : text.Split(separator);
}
