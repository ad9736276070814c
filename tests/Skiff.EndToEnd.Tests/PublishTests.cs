namespace Skiff.EndToEnd.Tests;

public sealed class PublishTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Fact]
    public async Task Publishing_trims_and_the_program_does_what_it_did()
    {
        Project probe = await Workspace.Probe;
        (await probe.DotNetAsync("publish")).Succeeded();
        string bundle = probe.PublishedAppBundle;

        ISet<string> managed = Project.ManagedFiles(bundle);
        Assert.Superset(new HashSet<string> { "probe.dll", "probe.pdb", "greetings.dll", "de/greetings.resources.dll", "content/sub folder/file.txt", "System.Private.CoreLib.dll" }, managed.ToHashSet());
        Assert.InRange(managed.Count, 5, 60);
        Assert.True(
            new FileInfo(Path.Combine(bundle, "managed", "System.Private.CoreLib.dll")).Length < new FileInfo(Path.Combine(probe.AppBundle, "managed", "System.Private.CoreLib.dll")).Length,
            "the core library was not trimmed");

        foreach (string word in (string[])["cultures", "switches", "content", "json"])
        {
            CommandResult native = await probe.RunOnCoreClrAsync([word]);
            Assert.Equal(native.Succeeded().Output, (await probe.RunBundleAsync(bundle, [word])).Succeeded().Output);
        }

        Assert.Equal(42, (await probe.RunBundleAsync(bundle, ["exit", "42"])).ExitCode);
        Assert.Contains("Program.cs:line ", (await probe.RunBundleAsync(bundle, ["throw"])).Error, StringComparison.Ordinal);
        Assert.Equal("<on Node>\n", (await probe.RunOnNodeAsync(bundle, ["arguments", "on Node"])).Succeeded().Output);
    }

    [Fact]
    public async Task A_trimmed_sample_with_a_package_runs()
    {
        Project sample = Workspace.CopySample("tomarkup", "tomarkup-published");
        string output = Path.Combine(sample.Directory, "out");

        (await sample.DotNetAsync("publish", "-o", output)).Succeeded();

        string bundle = Path.Combine(output, "AppBundle");
        CommandResult run = await sample.RunBundleAsync(bundle, ["/markdown/log.md"], ["--dir", Path.Combine(sample.Directory, "markdown") + "::/markdown"]);
        Assert.Contains("Ünïcödé, 日本語 and 🛶 survive the trip.", run.Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_trimming_everything_is_published()
    {
        Project hello = Workspace.CopySample("hello", "hello-published");

        (await hello.DotNetAsync("publish", "-p:PublishTrimmed=false")).Succeeded();

        Assert.Superset(new HashSet<string> { "hello.dll", "hello.pdb", "netstandard.dll", "System.Linq.dll" }, Project.ManagedFiles(hello.PublishedAppBundle).ToHashSet());
        Assert.StartsWith("Hello WASI:Wasm\n", (await hello.RunBundleAsync(hello.PublishedAppBundle)).Succeeded().Output, StringComparison.Ordinal);
    }
}
