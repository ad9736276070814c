using System.Globalization;
using Skiff.Linker;

namespace Skiff.Runtime.Tests.Boot;

/// <summary>A program that was booted before it is started, after its warm-up has used all that must not be kept.</summary>
public sealed class SnapshotTests(LinkedGuest guest) : IClassFixture<LinkedGuest>
{
    [Fact]
    public void Every_start_is_of_its_own_process()
    {
        var starts = new[]
        {
            Start(true, "bin/a.wasm", ["one"], "/here", ("TZ", "Europe/Berlin"), ("LANG", "de_DE.UTF-8"), ("VARIABLE", "first")),
            Start(true, "/b.wasm", ["two", "zwei ü"], "/there", ("TZ", "America/New_York"), ("LANG", "en_US.UTF-8"), ("VARIABLE", "second")),
            Start(true, "/b.wasm", [], "/there"),
        };

        Assert.All(starts, s => Assert.Equal("before the start", s["warm"]));
        Assert.Equal(["one", "two|zwei ü", ""], starts.Select(s => s["arguments"]));
        Assert.Equal(["/here/bin/a.wasm|fresh|one", "/b.wasm|fresh|two|zwei ü", "/b.wasm|fresh"], starts.Select(s => s["command"]));
        Assert.Equal(["/here/bin/", "/", "/"], starts.Select(s => s["base"]));
        Assert.Equal(["/here", "/there", "/there"], starts.Select(s => s["directory"]));
        Assert.Equal(["first", "second", ""], starts.Select(s => s["variable"]));
        Assert.Equal(["LANG|PWD|TZ|VARIABLE", "LANG|PWD|TZ|VARIABLE", "PWD"], starts.Select(s => s["variables"]));
        Assert.All(starts, s => Assert.Equal("", s["of boot"]));
        Assert.Equal(["de-DE de-DE 1.234,5", "en-US en-US 1,234.5", "  1,234.5"], starts.Select(s => s["culture"]));
        Assert.Equal(["Europe/Berlin 02:00:00", "America/New_York -04:00:00", "UTC 00:00:00"], starts.Select(s => s["zone"]));
        Assert.All(starts, s => Assert.Equal("True True utf-8", s["output"]));
        Assert.All(starts, s => Assert.Equal("", s["lost"]));
        Assert.All(starts, s => Assert.Equal("ticks", s["timer"]));
        Assert.All(starts, s => Assert.Equal("little", s["elapsed"]));
        Assert.All(starts, s => Assert.InRange(
            new DateTime(long.Parse(s["!now"], CultureInfo.InvariantCulture), DateTimeKind.Utc), DateTime.UtcNow.AddHours(-1), DateTime.UtcNow));
        Assert.All(
            starts[0].Keys.Where(name => name.StartsWith('!')),
            name => Assert.Equal(starts.Length, starts.Select(s => s[name]).Distinct().Count()));
    }

    [Fact]
    public void The_program_says_what_it_says_without_a_snapshot()
    {
        (string, string)[] environment = [("TZ", "Asia/Tokyo"), ("LANG", "sv_SE.UTF-8"), ("VARIABLE", "v")];
        var expected = Start(false, "x/a.wasm", ["b"], "/data", environment);
        Assert.Equal("now", expected["warm"]);
        Assert.Equal(Lasting(expected), Lasting(Start(true, "x/a.wasm", ["b"], "/data", environment)));

        static IEnumerable<string> Lasting(Dictionary<string, string> facts) =>
            facts.Where(fact => fact.Key != "warm" && !fact.Key.StartsWith('!')).Select(fact => fact.Key + "=" + fact.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_unhandled_exception_ends_the_program(bool snapshot)
    {
        var outcome = guest.Run(snapshot, "a.wasm", ["ending", "throw"], [], "/");
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("Unhandled exception. ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fail", "it is not warm")]
    [InlineData("Missing", "The snapshot initializer Skiff.Runtime.Guest.Initializers.Missing does not exist")]
    [InlineData("Parameter", "The snapshot initializer Skiff.Runtime.Guest.Initializers.Parameter does not exist")]
    [InlineData("Returns", "The snapshot initializer Skiff.Runtime.Guest.Initializers.Returns cannot be called")]
    public void An_initializer_that_fails_fails_the_link(string initializer, string message)
    {
        var error = Assert.Throws<AppLinkException>(() => guest.Link(snapshot: true, "Skiff.Runtime.Guest.Initializers." + initializer));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Start(bool snapshot, string name, string[] arguments, string directory, params (string, string)[] environment)
    {
        var outcome = guest.Run(snapshot, name, ["fresh", .. arguments], environment, directory);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome.Output.TrimEnd('\n').Split('\n').Select(line => line.Split('=', 2)).ToDictionary(fact => fact[0], fact => fact[1]);
    }
}
