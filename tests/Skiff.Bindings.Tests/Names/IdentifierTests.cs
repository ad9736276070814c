using Skiff.Bindings.Names;

namespace Skiff.Bindings.Tests.Names;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("get-stdout", "GetStdout")]
    [InlineData("HTTP-request", "HttpRequest")]
    [InlineData("GREEN", "Green")]
    [InlineData("sha-256", "Sha256")]
    [InlineData("a1-2", "A1_2")]
    [InlineData("ipv4-address", "Ipv4Address")]
    [InlineData("x", "X")]
    public void Words_become_pascal_case(string label, string name) => Assert.Equal(name, Identifiers.Pascal(label));

    [Theory]
    [InlineData("file-size", "fileSize")]
    [InlineData("string", "@string")]
    [InlineData("PARAMS", "@params")]
    [InlineData("await", "@await")]
    [InlineData("namespace", "@namespace")]
    public void Parameters_are_camel_case_and_no_keywords(string label, string name) =>
        Assert.Equal(name, Identifiers.Camel(label));
}
