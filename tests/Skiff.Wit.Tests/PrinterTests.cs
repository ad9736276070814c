using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;

namespace Skiff.Wit.Tests;

public sealed class PrinterTests
{
    [Fact]
    public void A_package_with_everything_survives_printing()
    {
        PackageGraph graph = Resolve(File.ReadAllText(Path.Combine(TestData.DataDirectory, "valid", "everything.wit")));

        PackageGraph printed = Resolve(WitPrinter.Print(graph.Root!, graph.Packages.Where(package => package != graph.Root)));

        Assert.Equal(ModelText.Of(graph.Packages), ModelText.Of(printed.Packages));
    }

    [Property(MaxTest = 300)]
    public Property A_generated_model_survives_printing() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                List<Package> packages = new ModelGenerator(seed).Generate();
                Package root = packages[^1];

                string text = WitPrinter.Print(root, packages.SkipLast(1));
                PackageGraph graph = Resolve(text);

                // Worlds get what theirs need; the rest is as it was generated.
                string again = WitPrinter.Print(graph.Root!, packages.SkipLast(1).Select(item => graph.FindPackage(item.Name)!));
                foreach (Package package in packages)
                {
                    Package resolved = graph.FindPackage(package.Name)!;
                    Assert.Equal(
                        string.Concat(package.Interfaces.Select(ModelText.Of)),
                        string.Concat(resolved.Interfaces.Select(ModelText.Of)));
                    foreach ((World expected, World actual) in package.Worlds.Zip(resolved.Worlds))
                    {
                        Assert.Subset(Describe(actual.Imports), Describe(expected.Imports));
                        Assert.Equal(Describe(expected.Exports), Describe(actual.Exports));
                    }
                }

                Assert.Equal(ModelText.Of(graph.Packages), ModelText.Of(Resolve(again).Packages));
            });

    [Fact]
    public void An_interface_or_world_prints_alone()
    {
        PackageGraph graph = TestData.Load("package a:b; interface i { f: func(); } world w { import i; export g: async func(); }");

        Assert.Equal("interface i {\n    f: func();\n}\n", WitPrinter.Print(graph.Root!.Interfaces[0]));
        Assert.Equal("world w {\n    import i;\n    export g: async func();\n}\n", WitPrinter.Print(graph.Root.Worlds[0]));
    }

    private static HashSet<string> Describe(IEnumerable<WorldItem> items) => [.. items.Select(ModelText.Of)];

    private static PackageGraph Resolve(string text)
    {
        PackageGraph graph = PackageGraph.Resolve(
            WitSources.FromText("test.wit", text), new ResolveOptions { AllFeatures = true });
        Assert.False(graph.HasErrors, string.Join("\n", graph.Diagnostics) + "\n" + text);
        return graph;
    }
}
