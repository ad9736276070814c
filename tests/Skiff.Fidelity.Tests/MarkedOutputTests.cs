namespace Skiff.Fidelity.Tests;

public sealed class MarkedOutputTests
{
    [Fact]
    public void Programs_are_cut_at_their_markers()
    {
        MarkedOutput output = MarkedOutput.Parse("noise\n##[begin] A\none\n\n##[end] A\n##[begin] B\ntwo  \nthree");
        Assert.Equal(["one"], Assert.Single(output.Finished).Value);
        Assert.Equal("B", output.Unfinished!.Value.Name);
        Assert.Equal(["two", "three"], output.Unfinished.Value.Lines);
    }
}
