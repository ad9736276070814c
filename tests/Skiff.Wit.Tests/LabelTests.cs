namespace Skiff.Wit.Tests;

public sealed class LabelTests
{
    // Explainer.md, "Import and Export Definitions".
    [Theory]
    [InlineData("a")]
    [InlineData("a-b-c")]
    [InlineData("a1-2-3")]
    [InlineData("A")]
    [InlineData("A-B-C")]
    [InlineData("A1-2-3")]
    [InlineData("a11-w0rds")]
    [InlineData("A11-4CR0NYMS")]
    [InlineData("m1x3d-4CR0NYMS")]
    public void Kebab_case_is_a_label(string name) => Assert.Null(Label.GetError(name));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("1-2-3", "starts with a digit")]
    [InlineData("a--b", "has a hyphen that does not stand between words")]
    [InlineData("a-", "has a hyphen that does not stand between words")]
    [InlineData("fooBar", "mixes upper and lower case in `fooBar`; words are parted by hyphens")]
    [InlineData("foo_bar", "has an underscore; words are parted by hyphens")]
    [InlineData("é", "has the character `é`")]
    public void Anything_else_is_none(string name, string error) => Assert.Equal(error, Label.GetError(name));

    [Theory]
    [InlineData("wasi:io@0.2.0", "wasi", "io", "0.2.0")]
    [InlineData("a:b", "a", "b", null)]
    [InlineData("a:b:c/d", "a:b", "c/d", null)]
    public void A_package_name_has_a_namespace_a_name_and_a_version(string text, string expectedNamespace, string name, string? version)
    {
        PackageName? parsed = PackageName.TryParse(text);

        Assert.Equal(new PackageName(expectedNamespace, name, version is null ? null : SemanticVersion.TryParse(version)), parsed);
        Assert.Equal(text, parsed?.ToString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData(":a")]
    [InlineData("a:b@1")]
    [InlineData("a:B_c")]
    public void What_is_no_package_name_is_none(string text) => Assert.Null(PackageName.TryParse(text));
}
