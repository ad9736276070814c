using Microsoft.CodeAnalysis;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Bindings.Tests;

/// <summary>What the packages of WASI are in C# compiles, without a warning, whichever way a project uses them.</summary>
public sealed class WasiTests
{
    public static TheoryData<string> Packages => [.. WasiLibrary.Packages.Select(files => files[0].Path.Split('/')[1])];

    [Fact]
    public void The_packages_that_a_project_can_name_are_all_here() =>
        Assert.Equal(
            ["cli", "clocks", "config", "filesystem", "http", "io", "keyvalue", "random", "sockets"],
            WasiLibrary.Packages.Select(files => files[0].Path.Split('/')[1]));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Imports_of_every_interface_compile(string package) =>
        GeneratedCode.Of(WorldOf(Read(package).Interfaces.Select(item => $"import {item.QualifiedName};"))).Clean();

    [Theory]
    [MemberData(nameof(Packages))]
    public void Exports_of_every_interface_compile(string package) =>
        GeneratedCode.WithImplementations(WorldOf(Read(package).Interfaces.Select(item => $"export {item.QualifiedName};"))).Clean();

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_interface_compiles_imported_and_exported(string package) =>
        GeneratedCode.WithImplementations(
            WorldOf(Read(package).Interfaces.Select(item => $"import {item.QualifiedName}; export {item.QualifiedName};"))).Clean();

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_world_compiles(string package)
    {
        foreach (World world in Read(package).Worlds)
        {
            GeneratedCode.WithImplementations(WorldOf([$"include {world.QualifiedName};"])).Clean();
        }
    }

    private static string WorldOf(IEnumerable<string> items) => $"package test:wasi;\nworld w {{\n    {string.Join("\n    ", items)}\n}}\n";

    private static Package Read(string package)
    {
        IReadOnlyList<WitFile> root = WasiLibrary.Packages.First(files => files[0].Path.StartsWith($"wasi/{package}/", StringComparison.Ordinal));
        return PackageGraph.Resolve(new WitSources(root, []).WithLibrary(WasiLibrary.Packages)).Root!;
    }
}
