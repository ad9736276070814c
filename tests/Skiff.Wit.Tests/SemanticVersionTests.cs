namespace Skiff.Wit.Tests;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("0.0.0")]
    [InlineData("1.2.3")]
    [InlineData("0.2.0-rc.1")]
    [InlineData("1.0.0--x.-")]
    [InlineData("1.0.0-0a.b+001")]
    [InlineData("18446744073709551615.0.0")]
    public void A_version_reads_as_it_is_written(string text) =>
        Assert.Equal(text, SemanticVersion.TryParse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.x")]
    [InlineData("18446744073709551616.0.0")]
    public void What_is_no_version_is_none(string text) => Assert.Null(SemanticVersion.TryParse(text));

    [Fact]
    public void Versions_are_in_the_order_of_precedence()
    {
        // The examples of Semantic Versioning, section 11.
        string[] ascending =
        [
            "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
            "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0", "2.0.0",
        ];

        for (int i = 0; i < ascending.Length; i++)
        {
            for (int j = 0; j < ascending.Length; j++)
            {
                SemanticVersion left = SemanticVersion.TryParse(ascending[i])!;
                Assert.Equal(i.CompareTo(j), Math.Sign(left.CompareTo(SemanticVersion.TryParse(ascending[j]))));
            }
        }
    }

    // Explainer.md, "Canonical Interface Name".
    [Theory]
    [InlineData("1.2.3", "1")]
    [InlineData("0.2.6-rc.1", "0.2")]
    [InlineData("0.0.1-alpha", "0.0.1")]
    [InlineData("0.0.0", "0.0.0")]
    public void Compatible_versions_share_a_canonical_part(string text, string canonical) =>
        Assert.Equal(canonical, SemanticVersion.TryParse(text)!.Canonical);
}
