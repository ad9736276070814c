namespace Skiff.EndToEnd.Tests;

public sealed class SampleTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Fact]
    public async Task Hello_names_the_platform_and_the_framework()
    {
        Project hello = Workspace.CopySample("hello");

        CommandResult run = await hello.RunAsync();
        string[] lines = run.Succeeded().Output.Split('\n');
        Assert.Equal("Hello WASI:Wasm", lines[0]);
        Assert.StartsWith("With love from .NET 10.0.", lines[1], StringComparison.Ordinal);
        Assert.Equal("", run.Error);

        Assert.Equal(run.Output, (await hello.RunOnNodeAsync(hello.AppBundle)).Succeeded().Output);
    }

    [Fact]
    public async Task Tomarkup_writes_the_same_html_as_on_CoreClr()
    {
        Project sample = Workspace.CopySample("tomarkup");
        string markdown = Path.Combine(sample.Directory, "markdown");
        CommandResult guest = await sample.RunAsync(["/markdown", "/html"]);
        guest.Succeeded();

        string expected = Directory.CreateDirectory(Path.Combine(sample.Directory, "expected")).FullName;
        CommandResult native = (await sample.RunOnCoreClrAsync([markdown, expected])).Succeeded();

        Assert.Equal(native.Output.Replace(markdown, "/markdown", StringComparison.Ordinal).Replace(expected, "/html", StringComparison.Ordinal), guest.Output);
        AssertSameFiles(expected, Path.Combine(sample.Directory, "html"));

        string node = Directory.CreateDirectory(Path.Combine(sample.Directory, "node")).FullName;
        CommandResult onNode = await sample.RunOnNodeAsync(sample.AppBundle, ["/markdown", "/html"], [("/markdown", markdown), ("/html", node)]);
        Assert.Equal(guest.Output, onNode.Succeeded().Output);
        AssertSameFiles(expected, node);
    }

    [Fact]
    public async Task Tomarkup_asks_for_a_file_that_is_there()
    {
        Project sample = Workspace.CopySample("tomarkup", "tomarkup-without-input");

        CommandResult run = await sample.RunAsync(["/markdown/missing.md"]);

        Assert.Equal("A valid inputfile must be provided.\n", run.Output);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Wordcount_counts_as_on_CoreClr()
    {
        Project sample = Workspace.CopySample("wordcount");
        string text = Directory.CreateDirectory(Path.Combine(sample.Directory, "text")).FullName;
        // Blocks end within characters and words.
        await File.WriteAllTextAsync(Path.Combine(text, "long.txt"), string.Concat(Enumerable.Range(0, 20_000).Select(i => $"œuvre{i} “{i}”\u2003日本{(i % 7 == 0 ? "\n" : " ")}")), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(text, "empty.txt"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(text, "short.txt"), "  one two\n\nthree", TestContext.Current.CancellationToken);

        CommandResult guest = await sample.RunAsync(["/text"], ["-p:WasiHostArguments=--dir " + text + "::/text"]);
        CommandResult native = (await sample.RunOnCoreClrAsync([text])).Succeeded();

        Assert.Equal(Counts(native).Replace(text, "/text", StringComparison.Ordinal), Counts(guest.Succeeded()));
        Assert.Contains("Elapsed time (ms): ", guest.Output, StringComparison.Ordinal);

        CommandResult onNode = await sample.RunOnNodeAsync(sample.AppBundle, ["/text"], [("/text", text)]);
        Assert.Equal(Counts(guest), Counts(onNode.Succeeded()));
    }

    [Fact]
    public async Task Primes_has_the_same_factors_with_and_without_a_snapshot()
    {
        Project sample = Workspace.CopySample("primes");
        string[] numbers = ["0", "1", "2", "12", "65521", "4294836225", "4294967291", "4294967295"];
        string[] factors =
        [
            "0 = 0", "1 = 1", "2 = 2", "12 = 2 x 2 x 3", "65521 = 65521", "4294836225 = 3 x 3 x 5 x 5 x 17 x 17 x 257 x 257",
            "4294967291 = 4294967291", "4294967295 = 3 x 5 x 17 x 257 x 65537",
        ];

        Assert.Equal(factors, Lines(await sample.RunAsync(numbers)));
        (await sample.DotNetAsync("publish")).Succeeded();
        Assert.Equal(factors, Lines(await sample.RunBuiltAsync(sample.Module, numbers)));
        Assert.Equal("'-1' is not a number from 0 to 4294967295.\n", (await sample.RunBuiltAsync(sample.Module, ["-1"])).Error);

        static string[] Lines(CommandResult result) => result.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task Wordcount_counts_as_on_CoreClr_as_a_component()
    {
        Project sample = Workspace.CopySample("wordcount", "wordcount-component");
        string text = Directory.CreateDirectory(Path.Combine(sample.Directory, "text")).FullName;
        await File.WriteAllTextAsync(Path.Combine(text, "a.txt"), string.Concat(Enumerable.Range(0, 5_000).Select(i => $"œuvre{i} 日本\u2003{i}\n")), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(text, "b.txt"), "  one two\n\nthree", TestContext.Current.CancellationToken);

        (await sample.DotNetAsync("publish", "-p:WasiVersion=0.2")).Succeeded();
        CommandResult component = await sample.RunBuiltAsync(sample.Module, ["/text"], ["--dir", text + "::/text"]);
        (await sample.DotNetAsync("build")).Succeeded();
        CommandResult native = (await sample.RunOnCoreClrAsync([text])).Succeeded();

        Assert.Equal(Counts(native).Replace(text, "/text", StringComparison.Ordinal), Counts(component.Succeeded()));
        Assert.Equal(Counts(component), Counts((await sample.RunOnJcoAsync(sample.Module, ["/text"], ("/text", text))).Succeeded()));
        // The head of a component, where a module has 01 00 00 00.
        Assert.Equal([0x0d, 0, 1, 0], (await File.ReadAllBytesAsync(sample.Module, TestContext.Current.CancellationToken))[4..8]);
    }

    private static string Counts(CommandResult result) =>
        string.Join('\n', result.Output.Split('\n').Where(line => !line.StartsWith("Elapsed", StringComparison.Ordinal)));

    private static void AssertSameFiles(string expected, string actual)
    {
        string[] names = [.. Directory.EnumerateFiles(expected).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(File.ReadAllText(Path.Combine(expected, name)), File.ReadAllText(Path.Combine(actual, name))));
    }
}
