namespace Skiff.Fidelity.Tests;

public sealed class DifferenceDocumentTests
{
    [Fact]
    public void Every_listed_difference_names_a_program_and_a_host()
    {
        string[] programs = [.. GuestProgram.All.Select(p => p.Name), .. Directory.GetFiles(Artifacts.Mains, "*.dll").Select(f => "Mains/" + Path.GetFileNameWithoutExtension(f))];
        Assert.All(DifferenceDocument.Current.Differences, difference =>
        {
            Assert.True(programs.Any(difference.Covers), $"differences.md({difference.Number}): there is no program '{difference.Program}'.");
            Assert.True(difference.Host is null || WasiHost.All.Any(h => h.IsCalled(difference.Host)), $"differences.md({difference.Number}): there is no host '{difference.Host}'.");
            Assert.True(difference.Lines.Count > 0, $"differences.md({difference.Number}): no line is listed.");
        });
    }

    [Fact]
    public void Blocks_are_read_with_their_hosts()
    {
        DifferenceDocument document = DifferenceDocument.Parse(
            ["text", "```diff", "# A/B.C", "- x", "+ y", "```", "- not this", "```diff", "# A/B.* (node:wasi)", "+", "```"]);
        Assert.Equal(["- x", "+ y"], document.Lines("A/B.C", name => name == "wasmtime"));
        Assert.Equal(["- x", "+ y", "+"], document.Lines("A/B.C", name => name == "node:wasi"));
    }

    [Theory]
    [InlineData("no sign")]
    [InlineData("- no program")]
    public void A_malformed_block_is_an_error_with_its_line(string line)
    {
        FormatException error = Assert.Throws<FormatException>(() => DifferenceDocument.Parse(["```diff", line, "```"]));
        Assert.Contains("differences.md(2)", error.Message, StringComparison.Ordinal);
    }
}
