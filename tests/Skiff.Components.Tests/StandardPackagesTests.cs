using Skiff.Wasm.Components;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;

namespace Skiff.Components.Tests;

/// <summary>The packages of WASI as jco brings them.</summary>
public class StandardPackagesTests
{
    private static string Folder(string version) => Path.Combine(NpmTools.Modules, "@bytecodealliance", "jco", "lib", "wit", "builtin", version);

    [Theory]
    [InlineData("cli")]
    [InlineData("clocks")]
    [InlineData("filesystem")]
    [InlineData("http")]
    [InlineData("io")]
    [InlineData("random")]
    [InlineData("sockets")]
    public void Those_of_version_0_2_have_the_same_interfaces_and_worlds(string name)
    {
        Package judged = Resolve(WitFolder.Read(Path.Combine(Folder("0.2.12"), "wasi-" + name)).WithLibrary(WasiLibrary.Packages)).Root!;
        Package own = Resolve(WitSources.FromText("test.wit", $"package test:test; world test {{ include wasi:{name}/{judged.Worlds[0].Name}@0.2.12; }}")
            .WithLibrary(WasiLibrary.Packages)).Packages.Single(package => package.Name.ToString() == $"wasi:{name}@0.2.12");

        Assert.Equal(Lines(judged), Lines(own));

        // Neither documentation nor gates, which the judge leaves out, nor the order of what is in them.
        static IEnumerable<string> Lines(Package package) => package.Interfaces
            .Select(item => (Name: item.Name!, Text: WitPrinter.Print(item)))
            .Concat(package.Worlds.Select(world => (world.Name, Text: WitPrinter.Print(world))))
            .SelectMany(item => item.Text.Split('\n').Where(line => line.TrimStart() is not ("" or ['/', ..] or ['@', ..])).Select(line => $"{item.Name}: {line}"))
            .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Those_of_version_0_3_are_read_printed_and_encoded()
    {
        PackageGraph graph = Resolve(new WitSources(
            [new("test.wit", "package test:test; world test { include wasi:cli/command@0.3.0; include wasi:http/service@0.3.0; include wasi:sockets/imports@0.3.0; }")],
            WitFolder.ReadPackages(Folder("0.3.0"))));
        Assert.Contains(graph.FindInterface("wasi:http/handler@0.3.0")!.AllFunctions, function => function.IsAsync);

        string text = Print(graph);
        Assert.Equal(text, Print(Resolve(WitSources.FromText("printed.wit", text))));
        PackageGraph read = WorldReader.Read(Component.Read(PackageEncoder.Encode(graph.Root!).Write()));
        Assert.Equal(WitPrinter.Print(graph.Root!.Worlds[0]), WitPrinter.Print(read.Root!.Worlds[0]));
    }

    private static string Print(PackageGraph graph) => WitPrinter.Print(graph.Root!, graph.Packages.Where(package => package != graph.Root));

    private static PackageGraph Resolve(WitSources sources)
    {
        PackageGraph graph = PackageGraph.Resolve(sources, new ResolveOptions { AllFeatures = true });
        graph.ThrowIfErrors();
        return graph;
    }
}
