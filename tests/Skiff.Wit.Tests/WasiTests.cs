using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

/// <summary>The packages of WASI that come along.</summary>
public sealed class WasiTests
{
    public static TheoryData<string> Packages => TestData.WasiPackages;

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_resolves(string package)
    {
        PackageGraph graph = TestData.ResolveWasi(package);

        // The standard gates some items more weakly than what they refer to.
        Assert.Equal("", string.Join("\n", graph.Diagnostics.Where(item => item.Code != DiagnosticCode.WeakGate)));
        Assert.Equal(package, graph.Root!.Name.Name);
        Assert.Same(graph.Root, graph.Packages[^1]);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Printed_it_resolves_to_the_same_model(string package)
    {
        PackageGraph graph = TestData.ResolveWasi(package);

        string text = WitPrinter.Print(graph.Root!, graph.Packages.Where(item => item != graph.Root));
        PackageGraph printed = PackageGraph.Resolve(
            WitSources.FromText("printed.wit", text), new ResolveOptions { AllFeatures = true });

        Assert.False(printed.HasErrors, string.Join("\n", printed.Diagnostics));
        Assert.Equal(
            ModelText.Of(graph.Packages.OrderBy(item => item.Name.ToString(), StringComparer.Ordinal)),
            ModelText.Of(printed.Packages.OrderBy(item => item.Name.ToString(), StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Its_files_are_laid_out_as_the_formatter_does(string package)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(TestData.WasiDirectory, package)))
        {
            string text = File.ReadAllText(file);
            Assert.Equal(text, SyntaxFormatter.Format(FileSyntax.Parse(new WitFile(file, text))));
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_interface_function_and_type_is_documented(string package)
    {
        PackageGraph graph = TestData.ResolveWasi(package);

        Assert.All(graph.Root!.Worlds, world => Assert.NotNull(world.Documentation));
        Assert.All(
            graph.Root.Interfaces,
            item =>
            {
                Assert.NotNull(item.Documentation);
                Assert.All(item.AllFunctions, function => Assert.True(function.Documentation is not null, $"{item}.{function}"));
            });
    }

    [Fact]
    public void The_command_world_has_the_interfaces_that_wasi_0_2_names()
    {
        World command = TestData.ResolveWasi("cli").SelectWorld("command");

        Assert.Equal(
            [
                "wasi:cli/environment", "wasi:cli/exit", "wasi:io/error", "wasi:io/poll", "wasi:io/streams", "wasi:cli/stdin",
                "wasi:cli/stdout", "wasi:cli/stderr", "wasi:cli/terminal-input", "wasi:cli/terminal-output",
                "wasi:cli/terminal-stdin", "wasi:cli/terminal-stdout", "wasi:cli/terminal-stderr", "wasi:clocks/monotonic-clock",
                "wasi:clocks/wall-clock", "wasi:clocks/timezone", "wasi:filesystem/types", "wasi:filesystem/preopens",
                "wasi:sockets/network", "wasi:sockets/instance-network", "wasi:sockets/udp", "wasi:sockets/udp-create-socket",
                "wasi:sockets/tcp", "wasi:sockets/tcp-create-socket", "wasi:sockets/ip-name-lookup", "wasi:random/random",
                "wasi:random/insecure", "wasi:random/insecure-seed",
            ],
            command.Imports.Select(item => item.Name.Replace("@0.2.12", "", StringComparison.Ordinal)));
        Assert.Equal(["wasi:cli/run@0.2.12"], command.Exports.Select(item => item.Name));
    }

    [Fact]
    public void Without_features_what_is_unstable_is_not_there()
    {
        PackageGraph graph = PackageGraph.Load(Path.Combine(TestData.WasiDirectory, "io"));
        Assert.NotNull(graph.FindInterface("wasi:io/streams@0.2.12"));

        WitSources clocks = Files.WitFolder.Read(Path.Combine(TestData.WasiDirectory, "clocks"))
            .WithLibrary(Files.WitFolder.ReadPackages(TestData.WasiDirectory));
        Assert.Null(PackageGraph.Resolve(clocks).FindInterface("wasi:clocks/timezone@0.2.12"));
        Assert.NotNull(
            PackageGraph.Resolve(clocks, new ResolveOptions { Features = { "clocks-timezone" } })
                .FindInterface("wasi:clocks/timezone@0.2.12"));
    }

    [Fact]
    public void The_library_brings_every_package()
    {
        string[] expected = [.. Directory.GetFiles(TestData.WasiDirectory, "*.wit", SearchOption.AllDirectories)
            .Select(file => "wasi/" + Path.GetRelativePath(TestData.WasiDirectory, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

        Assert.Equal(expected, Files.WasiLibrary.Packages.SelectMany(package => package).Select(file => file.Path).Order(StringComparer.Ordinal));
        WitSources command = WitSources.FromText("x.wit", "package a:b; world c { include wasi:cli/command@0.2.12; }").WithLibrary(Files.WasiLibrary.Packages);
        Assert.Empty(PackageGraph.Resolve(command).Diagnostics);
    }
    [Theory]
    [InlineData(0, false, false)]
    [InlineData(3, true, false)]
    [InlineData(12, true, true)]
    public void An_earlier_version_is_there_for_those_who_name_it(int patch, bool isDeprecated, bool hasCode)
    {
        string version = $"0.2.{patch}";
        WitSources sources = WitSources.FromText(
            "x.wit", $"package a:b; world w {{ include wasi:cli/command@{version}; include wasi:http/proxy@{version}; import wasi:keyvalue/store@0.2.0-draft2; }}");

        PackageGraph graph = PackageGraph.Resolve(sources.WithLibrary(Files.WasiLibrary.PackagesFor(sources.Root)));

        Assert.Empty(graph.Diagnostics);
        Assert.Equal(
            ["a:b", $"wasi:cli@{version}", $"wasi:clocks@{version}", $"wasi:filesystem@{version}", $"wasi:http@{version}", $"wasi:io@{version}", "wasi:keyvalue@0.2.0-draft2", $"wasi:random@{version}", $"wasi:sockets@{version}"],
            graph.Packages.Select(package => package.Name.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(hasCode, graph.FindInterface($"wasi:cli/exit@{version}")!.FindFunction("exit-with-code") is not null);
        Interface types = graph.FindInterface($"wasi:http/types@{version}")!;
        Assert.NotNull(types.FindType("field-name"));
        Assert.Equal(isDeprecated, types.FindType("field-key")!.Stability.Deprecated is not null);
    }
}
