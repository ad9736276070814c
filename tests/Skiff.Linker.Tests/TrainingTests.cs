using Skiff.Linker.Tests.Hosts;

namespace Skiff.Linker.Tests;

/// <summary>A program that is run when it is linked: whatever it does then, only the code that it called is kept.</summary>
public sealed class TrainingTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("throw", 1)]
    [InlineData("exit", 4)]
    [InlineData("abort", 1)]
    [InlineData("write", 1)]
    [InlineData("read", 1)]
    public void However_the_program_ends_then_nothing_of_it_is_seen_when_it_runs(string way, int exitCode)
    {
        LinkRequest request = Request("trained.wasm", new TrainingInput { Arguments = ["end", way] });
        Listener listener = new();

        AppLinker.Link(request, listener);
        AppLinker.Link(request with { Output = _directory.File("again.wasm") });
        Outcome expected = SkiffHost.Run(Untrained, ["end", way]);
        Outcome actual = SkiffHost.Run(request.Output, ["end", way]);

        Assert.Equal("", listener.Output);
        Assert.Null(listener.TrainingLimit);
        Assert.Equal(exitCode, expected.ExitCode);
        Assert.Equal(WithoutFrames(expected), WithoutFrames(actual));
        Assert.True(new FileInfo(request.Output).Length > new FileInfo(Untrained).Length);
        Assert.True(Bytes(request.Output).SequenceEqual(Bytes("again.wasm")));
        Assert.Equal(SkiffHost.Run(Untrained, ["a"]), SkiffHost.Run(request.Output, ["a"]));
    }

    [Fact]
    public void A_program_that_does_not_end_is_linked_as_if_it_had_not_been_run()
    {
        LinkRequest request = Request("trained.wasm", new TrainingInput { Arguments = ["end", "hang"] }) with { TrainingTimeLimit = TimeSpan.FromSeconds(2) };
        Listener listener = new();

        AppLinker.Link(request, listener);

        Assert.Equal(TimeSpan.FromSeconds(2), listener.TrainingLimit);
        Assert.True(Bytes(request.Output).SequenceEqual(Bytes(Untrained)));
    }

    [Fact]
    public void What_it_is_given_it_can_read_and_not_change()
    {
        string directory = Directory.CreateDirectory(_directory.File("data")).FullName;
        File.WriteAllText(Path.Combine(directory, "poem.txt"), "poem");
        string input = _directory.File("input.txt");
        File.WriteAllText(input, "input");

        string without = Link("without.wasm", new TrainingInput { Arguments = ["end", "read"] });
        string with = Link("with.wasm", new TrainingInput { Arguments = ["end", "read"], Directory = directory, StandardInput = input });
        Link("write.wasm", new TrainingInput { Arguments = ["end", "write"], Directory = directory });

        Assert.False(Bytes(without).SequenceEqual(Bytes(with)));
        Assert.Equal(["poem.txt"], Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName));
        Assert.Equal("poem", File.ReadAllText(Path.Combine(directory, "poem.txt")));
        Assert.True(Bytes(with).IndexOf("poeminput"u8) < 0);
    }

    [Fact]
    public void A_failing_initializer_is_still_what_linking_reports()
    {
        LinkRequest request = Request("app.wasm", new TrainingInput()) with { Initializers = ["Skiff.Linker.Guest.Warmth.Fail"] };

        AppLinkException error = Assert.Throws<AppLinkException>(() => AppLinker.Link(request));

        Assert.Equal(LinkError.BootFailed, error.Error);
    }

    /// <summary>Code that is compiled well has small methods within others, which a stack trace does not show then.</summary>
    private static Outcome WithoutFrames(Outcome outcome) => outcome with
    {
        Error = string.Join('\n', outcome.Error.Split('\n').Where(line => !line.StartsWith("   at ", StringComparison.Ordinal))),
    };

    private string Untrained
    {
        get
        {
            string path = _directory.File("untrained.wasm");
            return File.Exists(path) ? path : Link("untrained.wasm", training: null);
        }
    }

    private string Link(string name, TrainingInput? training) => AppLinker.Link(Request(name, training)).Path;

    private LinkRequest Request(string name, TrainingInput? training) => GuestProgram.Request(_directory.File(name)) with { Training = training };

    private ReadOnlySpan<byte> Bytes(string name) => File.ReadAllBytes(Path.IsPathRooted(name) ? name : _directory.File(name));
}
