using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;

namespace Skiff.Components.Tests;

/// <summary>
/// Worlds and packages that are written as components and read back are the same; wasm-tools reads the same from what Skiff
/// wrote, and Skiff the same from what wasm-tools wrote.
/// </summary>
public class WorldReaderTests
{
    private const string Everything = """
        /// A package with everything.
        package example:everything@1.2.0;

        /// Types.
        @since(version = 1.0.0)
        interface types {
          /// A point.
          record point {
            /// Across.
            x: u32,
            y: option<string>
          }
          /// A shape.
          variant shape {
            /// Round.
            circle(u32),
            line(tuple<point, point>), nothing }
          flags rights {
            /// To read.
            read, write }
          enum direction { north, /** South. */ south }
          type points = list<point>;
          type number = u32;
          type again = number;
          type both = map<string, list<u8>>;
          /// A canvas.
          @since(version = 1.1.0)
          resource canvas {
            /// Makes one.
            constructor(size: point);
            /// Draws.
            @deprecated(version = 1.2.0) @since(version = 1.0.0)
            draw: func(what: list<shape>) -> result<direction, string>;
            open: static func(path: string) -> result<canvas>;
          }
          resource empty;
          /// All of it.
          all: func(a: points, b: number, c: rights, d: again, e: both) -> tuple<f32, f64, s8, u16, char, bool, s64>;
          @unstable(feature = soon)
          later: func(c: borrow<canvas>) -> result<_, direction>;
        }
        interface painting {
          use types.{canvas, point, shape as form};
          record frame { at: point, forms: list<form> }
          type frames = list<frame>;
          type own-canvas = own<canvas>;
          resource brush { stroke: func(on: borrow<canvas>, to: point); mixed: static func(a: brush, b: borrow<brush>) -> brush; }
          paint: func(on: borrow<canvas>, frames: frames) -> canvas;
        }
        interface nothing-in-it {}
        /// A world.
        @since(version = 1.2.0)
        world whole {
          import types;
          /// On the host.
          import host: interface {
            use types.{point};
            /// Now.
            now: func() -> u64;
            at: func() -> point;
          }
          use types.{number};
          /// A session.
          resource session { constructor(); /** The next. */ next: func() -> option<string>; }
          record pair { a: u8, b: session }
          /// Logs.
          import log: func(message: string, at: number);
          /// Runs.
          export run: func();
          export log: func(again: string);
          @since(version = 1.2.0)
          export painting;
          export host: interface { /// Not now.
            then: func(); }
        }
        world other { export types; export painting; }
        """;

    private static readonly string OneWorld = Everything
        .Replace("@unstable(feature = soon)", "", StringComparison.Ordinal)
        .Replace("world other { export types; export painting; }", "", StringComparison.Ordinal);

    private static IReadOnlyList<IReadOnlyList<Skiff.Wit.Text.WitFile>> Wasi { get; } = WasiLibrary.Packages;

    public static TheoryData<string> WasiPackages => [.. Wasi.Select(files => PackageGraph.Resolve(new WitSources(files, [], Wasi)).Root!.Name.ToString())];

    [Fact]
    public void A_package_is_read_as_it_was_written() => AssertSamePackage(Resolve(Everything));

    [Theory]
    [MemberData(nameof(WasiPackages))]
    public void Packages_of_wasi_are_read_as_they_were_written(string name) =>
        AssertSamePackage(PackageGraph.Resolve(new WitSources(Wasi.Single(files => PackageGraph.Resolve(new WitSources(files, [], Wasi)).Root!.Name.ToString() == name), [], Wasi)).Root!);

    [Theory]
    [MemberData(nameof(WasiPackages))]
    public void Wasm_tools_reads_packages_of_wasi_as_they_were_written(string name) =>
        AssertJudged(PackageGraph.Resolve(new WitSources(Wasi.Single(files => PackageGraph.Resolve(new WitSources(files, [], Wasi)).Root!.Name.ToString() == name), [], Wasi)).Root!);

    [Fact]
    public void Wasm_tools_reads_a_package_as_it_was_written() => AssertJudged(Resolve(Everything));

    [Fact]
    public void A_package_is_known_from_a_component()
    {
        Assert.True(WorldReader.IsPackage(PackageEncoder.Encode(Resolve(Everything))));
        Assert.False(WorldReader.IsPackage(new Component()));
        Assert.Throws<ComponentEncodingException>(() => PackageEncoder.Encode(new Package(new PackageName("a", "b", null))));
        Assert.Throws<ComponentEncodingException>(() => PackageEncoder.Encode(Resolve("package a:b:c; interface i {}")));
        string doubling = string.Concat(Enumerable.Range(1, 20).Select(depth => $"record r{depth} {{ a: r{depth - 1}, b: r{depth - 1} }}\n"));
        Assert.Throws<ComponentEncodingException>(() => PackageEncoder.Encode(Resolve($"package a:b; interface i {{ record r0 {{ a: u8 }} {doubling} }}")));
        Assert.Throws<ComponentEncodingException>(() => PackageEncoder.Encode(Resolve("package a:b; world w { import c:d/e/f; } package c:d/e { interface f {} }")));
    }

    [Fact]
    public void A_world_that_wasm_tools_embedded_is_read()
    {
        var module = Module.Read(Jco.DummyModule(OneWorld));
        PackageGraph graph = Assert.Single(ComponentTypeSection.Read(module));
        Assert.Equal(WithoutComments(WitPrinter.Print(Resolve(OneWorld).FindWorld("whole")!)), WitPrinter.Print(graph.Root!.FindWorld("whole")!));
        Assert.Equal(WithoutComments(WitPrinter.Print(Resolve(OneWorld).FindInterface("types")!)), WitPrinter.Print(graph.Root!.FindInterface("types")!));
    }

    /// <summary>Neither documentation nor gates: the judge does not embed them.</summary>
    private static string WithoutComments(string text) =>
        string.Join('\n', text.Split('\n').Where(line => line.TrimStart() is not (['/', ..] or ['@', ..])));

    [Fact]
    public void Wasm_tools_makes_a_component_of_a_world_that_was_embedded()
    {
        byte[] judged = Jco.DummyModule(OneWorld);
        var module = Module.Read(judged);
        module.CustomSections.RemoveAll(section => section.Name.StartsWith(ComponentTypeSection.Prefix, StringComparison.Ordinal));
        ComponentTypeSection.Embed(module, Resolve(OneWorld).FindWorld("whole")!);
        Assert.Equal(Jco.Wit(Jco.ComponentNew(judged)), Jco.Wit(Jco.ComponentNew(module.Write())));
    }

    [Fact]
    public void The_world_of_a_component_is_read_as_wasm_tools_reads_it()
    {
        byte[] component = Jco.ComponentNew(Jco.DummyModule(OneWorld));
        AssertJudgedWorld(component);
        var core = Module.Read(Jco.DummyModule(OneWorld));
        core.CustomSections.Clear();
        AssertJudgedWorld(ComponentEncoder.Encode(core, Resolve(OneWorld).FindWorld("whole")!, Skiff.Wit.CanonicalAbi.StandardNames.Instance).Write());
    }

    private static void AssertJudgedWorld(byte[] component)
    {
        // The judge prints the world and not the interfaces.
        PackageGraph judged = PackageGraph.Resolve(new WitSources([new("judged.wit", Jco.Wit(component))], [[new("everything.wit", OneWorld)]]));
        judged.ThrowIfErrors();
        PackageGraph read = WorldReader.Read(Component.Read(component));
        Assert.Equal(WitPrinter.Print(judged.SelectWorld()), WitPrinter.Print(read.SelectWorld()));
        Assert.NotNull(read.FindInterface("example:everything/types@1.2.0")?.FindType("canvas"));
        PackageGraph again = PackageGraph.Resolve(WitSources.FromText("again.wit", Print(read)));
        again.ThrowIfErrors();
        Assert.Equal(Print(read), Print(again));

        static string Print(PackageGraph graph) =>
            WitPrinter.Print(graph.Root!, graph.Packages.Where(package => package != graph.Root).OrderBy(package => package.Name.ToString(), StringComparer.Ordinal));
    }

    private static Package Resolve(string wit)
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("test.wit", wit), new ResolveOptions { AllFeatures = true });
        graph.ThrowIfErrors();
        return graph.Root!;
    }

    private static void AssertSamePackage(Package package)
    {
        var component = Component.Read(PackageEncoder.Encode(package).Write());
        component.Validate();
        Package read = WorldReader.Read(component).Root!;
        // They are written each behind those that it takes types from.
        read.Interfaces.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        package.Interfaces.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        Assert.Equal(WitPrinter.Print(package), WitPrinter.Print(read));
    }

    /// <summary>The judge has no way to print a package, but reads it before it says so; and it prints what a module embeds.</summary>
    private static void AssertJudged(Package package)
    {
        Exception refusal = Assert.ThrowsAny<Exception>(() => Jco.Wit(PackageEncoder.Encode(package).Write()));
        Assert.Contains("Unexpected wit package", refusal.Message, StringComparison.Ordinal);
    }
}
