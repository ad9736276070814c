using System.Diagnostics;
using System.Globalization;

namespace Skiff.Cli.Tests;

/// <summary>What shows only in a process of its own: pipes, signals, the engine's library, the cache.</summary>
public sealed class ProcessTests(Scratch scratch) : IClassFixture<Scratch>
{
    [Theory]
    [InlineData("cat.wasm")]
    [InlineData("component-cat.wasm")]
    public async Task Input_is_passed_on_to_its_end(string module)
    {
        string input = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"line {i} größer\n"));
        Command.Outcome outcome = await Command.Run(scratch.Directory, ["run", module], input);
        Assert.Equal(new Command.Outcome(0, input, ""), outcome);
    }

    [Theory]
    [InlineData("yes.wasm")]
    [InlineData("component-yes.wasm")]
    public async Task A_guest_whose_reader_has_gone_ends_quietly(string module)
    {
        using Process process = Command.Start(scratch.Directory, ["run", module]);
        Assert.Equal("y", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        process.StandardOutput.Close();
        Assert.Equal((141, ""), await End(process));
    }

    [Theory]
    [InlineData("cat.wasm")]
    [InlineData("component-cat.wasm")]
    public async Task A_time_limit_ends_a_guest_that_waits_for_input(string module)
    {
        using Process process = Command.Start(scratch.Directory, ["run", "--timeout", "300ms", module]);
        (int exitCode, string error) = await End(process);
        Assert.Equal(124, exitCode);
        Assert.StartsWith("skiff: the program ran longer than its ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loop.wasm")]
    [InlineData("sleep.wasm")]
    [InlineData("cat.wasm")]
    [InlineData("component-loop.wasm")]
    [InlineData("component-sleep.wasm")]
    public async Task An_interrupt_ends_the_guest(string module)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot be sent Ctrl-C there.");
        using Process process = Command.Start(scratch.Directory, ["run", module]);
        // Until the module is loaded; an earlier signal ends the process all the same.
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((130, ""), await End(process));
    }

    [Fact]
    public async Task What_the_guest_wrote_is_there_when_it_traps()
    {
        Command.Outcome outcome = await Command.Run(scratch.Directory, ["run", "hello.wasm"]);
        Assert.Equal("hello\n", outcome.Output);
    }

    [Fact]
    public async Task A_library_that_cannot_be_loaded_is_named()
    {
        Command.Outcome outcome = await Command.Run(
            scratch.Directory, ["run", "hello.wasm"], environment: new Dictionary<string, string> { ["SKIFF_WASMTIME_LIBRARY"] = "/absent/library.so" });
        Assert.Equal(
            new Command.Outcome(70, "", "skiff: the library '/absent/library.so', named by SKIFF_WASMTIME_LIBRARY, cannot be loaded; correct the variable or unset it.\n"),
            outcome);
    }

    [Fact]
    public async Task A_run_leaves_an_entry_in_the_cache_and_one_without_leaves_none()
    {
        string cache = scratch.In("own-cache");
        var environment = new Dictionary<string, string> { ["SKIFF_CACHE_DIR"] = cache };
        await Command.Run(scratch.Directory, ["run", "--no-cache", "hello.wasm"], environment: environment);
        Assert.False(Directory.Exists(cache));
        await Command.Run(scratch.Directory, ["run", "hello.wasm"], environment: environment);
        Assert.Single(Directory.GetFiles(cache, "*.cwasm"));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_does_not_matter_to_a_program()
    {
        Command.Outcome outcome = await Command.Run(
            scratch.Directory, ["run", "hello.wasm"], environment: new Dictionary<string, string> { ["SKIFF_CACHE_DIR"] = scratch.In("notes.txt/cache") });
        Assert.Equal(new Command.Outcome(0, "hello\n", ""), outcome);
    }

    [Theory]
    [InlineData("exit42.wasm", 42)]
    [InlineData("component-exit.wasm", 1)]
    public async Task The_time_of_a_run_is_told_by_phases_that_make_up_the_total(string module, int exitCode)
    {
        Command.Outcome outcome = await Command.Run(scratch.Directory, ["run", "--timing", module]);
        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        (string Phase, decimal Time)[] lines =
            [.. outcome.Error.TrimEnd('\n').Split('\n').Select(line => (line["skiff: ".Length..22].TrimEnd(), decimal.Parse(line[22..^" ms".Length], CultureInfo.InvariantCulture)))];
        Assert.Equal(
            ["process start", "command line", "target", "engine", "machine code", "linking", "instance", "program", "end", "total"],
            lines.Select(line => line.Phase));
        Assert.InRange(lines[..^1].Sum(line => line.Time) - lines[^1].Time, -0.1m, 0.1m);
    }

    [Fact]
    public async Task Help_explains_the_command_and_every_option()
    {
        Command.Outcome outcome = await Command.Run(scratch.Directory, ["run", "--help"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            ["--dir", "--mapdir", "--env", "--argv0", "--memory-limit", "--timeout", "-W", "--no-cache", "--allow-precompiled", "--timing", "Examples:", "Exit code:"],
            word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_compiled_runs_without_the_module()
    {
        File.Copy(scratch.In("hello.wasm"), scratch.In("greeting.wasm"));
        Assert.Equal(new Command.Outcome(0, "", ""), await Command.Run(scratch.Directory, ["compile", "greeting.wasm"]));
        Assert.Equal(new Command.Outcome(0, "", ""), await Command.Run(scratch.Directory, ["compile", "greeting.wasm", "-o", "portable.cwasm", "--target", "pulley64"]));
        File.Delete(scratch.In("greeting.wasm"));
        Assert.Equal(new Command.Outcome(0, "hello\n", ""), await Command.Run(scratch.Directory, ["run", "greeting.cwasm"]));
        Assert.Equal(new Command.Outcome(0, "hello\n", ""), await Command.Run(scratch.Directory, ["run", "--no-cache", "greeting.cwasm"]));
        Assert.Equal(new Command.Outcome(0, "hello\n", ""), await Command.Run(scratch.Directory, ["run", "portable.cwasm"]));
    }

    [Fact]
    public async Task A_user_that_never_compiled_runs_no_machine_code_and_gets_no_key()
    {
        var environment = new Dictionary<string, string> { ["SKIFF_KEY_FILE"] = scratch.In("none/key") };
        Command.Outcome outcome = await Command.Run(scratch.Directory, ["run", "hello.cwasm"], environment: environment);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("skiff: 'hello.cwasm' is not run, since the machine code was not made with your key", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.In("none")));
    }

    [Fact]
    public async Task What_was_composed_runs()
    {
        var done = new Command.Outcome(0, "", "");
        Assert.Equal(done, await Command.Run(scratch.Directory, ["compose", "component-foreign.wasm", "--with", "clock.wasm", "-o", "whole.wasm"]));
        Assert.Equal(done, await Command.Run(scratch.Directory, ["run", "whole.wasm"]));
        Command.Outcome report = await Command.Run(scratch.Directory, ["inspect", "--json", "whole.wasm"]);
        Assert.All(["component-foreign/main", "clock/main"], name => Assert.Contains($"\"name\": \"{name}\"", report.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quitter.wasm", 1, "")]
    [InlineData("trapper.wasm", 134, "skiff: the program trapped: it aborted (an unreachable instruction was executed).\n    at give-up ")]
    public async Task What_was_composed_ends_as_a_part_of_it_does(string part, int exitCode, string error)
    {
        string composed = "with-" + part;
        Assert.Equal(new Command.Outcome(0, "", ""), await Command.Run(scratch.Directory, ["compose", "component-foreign.wasm", "--with", part, "-o", composed]));
        Command.Outcome outcome = await Command.Run(scratch.Directory, ["run", composed]);
        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(error, outcome.Error[..Math.Min(error.Length, outcome.Error.Length)]);
        Assert.Equal(error.Length == 0, outcome.Error.Length == 0);
    }

    [Fact]
    public async Task Packages_in_deps_may_be_encoded()
    {
        var done = new Command.Outcome(0, "", "");
        Assert.Equal(done, await Command.Run(scratch.Directory, ["wit", "encode", "wit/deps/shapes/types.wit", "-o", "wit-encoded/deps/shapes.wasm"]));
        Command.Outcome texts = await Command.Run(scratch.Directory, ["wit", "print", "wit"]);
        Assert.Equal(texts, await Command.Run(scratch.Directory, ["wit", "print", "wit-encoded"]));
        Assert.Equal(done, await Command.Run(scratch.Directory, ["wit", "encode", "wit-encoded", "-o", "drawing.wasm"]));
        // A package keeps its own documentation, and not that of others.
        string uncommented = string.Join('\n', texts.Output.Split('\n').Where(line => line.TrimStart() is not (['/', ..] or ['@', ..])));
        Assert.Equal(texts with { Output = uncommented }, await Command.Run(scratch.Directory, ["wit", "print", "drawing.wasm"]));
    }

    [Fact]
    public async Task Files_are_laid_out_in_place()
    {
        File.WriteAllText(scratch.In("messy.wit"), "// first\npackage example:messy;interface a{f:func();}");
        Assert.Equal(new Command.Outcome(0, "", ""), await Command.Run(scratch.Directory, ["wit", "format", "messy.wit"]));
        Assert.Equal("// first\npackage example:messy;\ninterface a {\n    f: func();\n}\n", File.ReadAllText(scratch.In("messy.wit")));
        Assert.Equal(new Command.Outcome(0, "", ""), await Command.Run(scratch.Directory, ["wit", "format", "--check", "messy.wit"]));
    }

    [Fact]
    public async Task An_output_goes_through_a_link_and_into_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there, and devices have other names.");
        var done = new Command.Outcome(0, "", "");
        File.WriteAllText(scratch.In("linked.wasm"), "old");
        File.CreateSymbolicLink(scratch.In("link.wasm"), "linked.wasm");
        Assert.Equal(done, await Command.Run(scratch.Directory, ["wit", "encode", "tidy.wit", "-o", "link.wasm"]));
        Assert.Equal("linked.wasm", new FileInfo(scratch.In("link.wasm")).LinkTarget);
        Assert.NotEqual(3, new FileInfo(scratch.In("linked.wasm")).Length);
        File.CreateSymbolicLink(scratch.In("device"), "/dev/null");
        foreach (string device in (string[])["/dev/null", "device"])
        {
            Assert.Equal(done, await Command.Run(scratch.Directory, ["wit", "encode", "tidy.wit", "-o", device]));
            Assert.Equal(0, new FileInfo("/dev/null").Length);
        }
    }

    [Fact]
    public async Task A_component_may_be_composed_over_one_of_its_parts_and_the_same_parts_give_the_same_bytes()
    {
        var done = new Command.Outcome(0, "", "");
        Directory.CreateDirectory(scratch.In("elsewhere"));
        foreach (string name in (string[])["component-foreign.wasm", "clock.wasm"])
        {
            File.Copy(scratch.In(name), scratch.In("elsewhere/" + name));
        }

        Assert.Equal(done, await Command.Run(scratch.Directory, ["compose", "component-foreign.wasm", "--plug", "clock.wasm", "-o", "same.wasm"]));
        Assert.Equal(done, await Command.Run(
            scratch.In("elsewhere"), ["compose", scratch.In("elsewhere/component-foreign.wasm"), "--with", "clock.wasm", "-o", "component-foreign.wasm"]));
        Assert.Equal(File.ReadAllBytes(scratch.In("same.wasm")), File.ReadAllBytes(scratch.In("elsewhere/component-foreign.wasm")));
        Assert.Equal(2, Directory.GetFiles(scratch.In("elsewhere")).Length);
        Assert.Equal(done, await Command.Run(scratch.Directory, ["run", "elsewhere/component-foreign.wasm"]));
    }

    private static async Task<(int ExitCode, string Error)> End(Process process)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            string error = await process.StandardError.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return (process.ExitCode, error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
