using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wasm.Tests;
using Skiff.Wit.CanonicalAbi;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;

namespace Skiff.Components.Tests;

/// <summary>
/// Components of core modules that import and export all of a world: Wasmtime compiles them, and wasm-tools reads the same
/// world from them as from the components that it makes itself.
/// </summary>
public class ComponentEncoderTests
{
    private const string Shapes = """
        package example:judged;
        interface types {
          record point { x: u32, y: option<string> }
          variant shape { circle(u32), line(tuple<point, point>), nothing }
          flags rights { read, write }
          enum direction { north, south }
          type points = list<point>;
          type number = u32;
          resource canvas {
            constructor(size: point);
            draw: func(what: list<shape>) -> result<direction, string>;
            open: static func(path: string) -> result<canvas>;
          }
          all: func(a: points, b: number, c: rights) -> tuple<f32, f64, s8, u16, char, bool, s64>;
        }
        interface painting {
          use types.{canvas, point, shape as form};
          record frame { at: point, forms: list<form> }
          type frames = list<frame>;
          resource brush {
            constructor(color: u32);
            stroke: func(on: borrow<canvas>, to: point);
            mixed: static func(a: brush, b: borrow<brush>) -> brush;
          }
          paint: func(on: borrow<canvas>, frames: frames) -> canvas;
          count: func() -> u32;
        }
        interface studio {
          use painting.{brush, frame};
          lend: func(what: frame) -> brush;
        }
        """;

    public static TheoryData<string> Worlds =>
    [
        "world judged { import a: func(); export b: func(x: u32) -> u32; }",
        "world judged { import log: func(message: string); export greet: func(name: string) -> string; }",
        "world judged { import host: interface { now: func() -> u64; bytes: func(count: u32) -> list<u8>; } export run: func(a: list<string>) -> result<string, u32>; }",
        "world judged { record pair { a: u8, b: string } enum color { red, green } type pairs = list<pair>; import f: func(p: pair) -> color; export g: func(p: pairs) -> option<color>; }",
        "world judged { import types; }",
        "world judged { export types; }",
        "world judged { import types; export painting; }",
        "world judged { import types; import painting; export types; export painting; export studio; }",
        "world judged { use types.{canvas, point}; import show: func(c: borrow<canvas>) -> point; export make: func() -> canvas; }",
        "world judged { resource session { next: func(p: pair) -> option<string>; } record pair { a: u8, b: string } import finish: func(s: session); export run: func(); }",
        "world judged { resource session { constructor(); next: func() -> option<string>; } import finish: func(s: session); export run: func(); }",
    ];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Wasm_tools_reads_the_same_world_as_from_a_component_of_its_own(string world)
    {
        string wit = world.Contains("types", StringComparison.Ordinal) ? Shapes + world : "package example:judged;\n" + world;
        AssertSameWorld(wit, PackageGraph.Resolve(WitSources.FromText("judged.wit", wit)));
    }

    [Theory]
    [InlineData("include wasi:cli/command@0.2.12;")]
    [InlineData("import wasi:http/types@0.2.12; export wasi:http/incoming-handler@0.2.12;")]
    public void Worlds_of_wasi_are_read_the_same(string items)
    {
        string wasi = RuntimeModule.Metadata("WasiDirectory");
        PackageGraph graph = PackageGraph.Resolve(WitSources
            .FromText("judged.wit", $"package example:judged;\nworld judged {{ {items} }}")
            .WithLibrary(WitFolder.ReadPackages(wasi)));
        AssertSameWorld(WitPrinter.Print(graph.Root!, graph.Packages.Where(package => package != graph.Root)), graph);
    }

    [Fact]
    public void A_component_runs()
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("judged.wit", """
            package example:judged;
            interface counters {
              resource counter {
                constructor(start: u32);
                next: func() -> u32;
              }
            }
            world judged {
              import log: func(message: string);
              export greet: func(name: string) -> string;
              export counters;
            }
            """));
        var core = Module.Read(Wasmtime.Assemble("""
            (module
              (import "$root" "log" (func $log (param i32 i32)))
              (import "[export]example:judged/counters" "[resource-new]counter" (func $new (param i32) (result i32)))
              (memory (export "memory") 1)
              (global $free (mut i32) (i32.const 1024))
              (global $initialized (mut i32) (i32.const 0))
              (data (i32.const 16) "Hello, ")
              (data (i32.const 32) "gone")
              (func (export "_initialize") (global.set $initialized (i32.const 1)))
              (func $allocate (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
                (global.get $free)
                (global.set $free (i32.add (global.get $free) (i32.and (i32.add (local.get 3) (i32.const 7)) (i32.const -8)))))
              (func (export "greet") (param $name i32) (param $length i32) (result i32) (local $text i32)
                (if (i32.eqz (global.get $initialized)) (then unreachable))
                (call $log (local.get $name) (local.get $length))
                (local.set $text (call $allocate (i32.const 0) (i32.const 0) (i32.const 1) (i32.add (local.get $length) (i32.const 7))))
                (memory.copy (local.get $text) (i32.const 16) (i32.const 7))
                (memory.copy (i32.add (local.get $text) (i32.const 7)) (local.get $name) (local.get $length))
                (i32.store (i32.const 8) (local.get $text))
                (i32.store (i32.const 12) (i32.add (local.get $length) (i32.const 7)))
                (i32.const 8))
              (func (export "example:judged/counters#[constructor]counter") (param $start i32) (result i32) (local $at i32)
                (local.set $at (call $allocate (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 4)))
                (i32.store (local.get $at) (local.get $start))
                (call $new (local.get $at)))
              (func (export "example:judged/counters#[method]counter.next") (param $at i32) (result i32)
                (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
                (i32.load (local.get $at)))
              (func (export "example:judged/counters#[dtor]counter") (param $at i32)
                (call $log (i32.const 32) (i32.const 4))))
            """));
        byte[] component = ComponentEncoder.Encode(core, graph.Root!.FindWorld("judged")!).Write();
        Wasmtime.AssertValidComponent(component);
        string printed = Jco.Run(
            component,
            "{ log: { default: message => console.log('log', message) } }",
            """
            console.log(exports.greet('Wörld'), exports.greet(''));
            const counter = new exports.counters.Counter(40);
            console.log(counter.next(), counter.next());
            counter[Symbol.dispose ?? Symbol.for('dispose')]();
            """);
        Assert.Equal("log Wörld\nlog \nHello, Wörld Hello, \n41 42\nlog gone", printed);
    }

    [Fact]
    public void A_component_says_what_made_it()
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("judged.wit", "package example:judged; world judged { }"));
        var component = Component.Read(ComponentEncoder.Encode(new Module(), graph.Root!.FindWorld("judged")!).Write());
        ComponentCustomSection section = component.CustomSections.Single(custom => custom.SectionName == Producers.SectionName);
        var producers = Producers.Read(section.Bytes.Span);
        Assert.Equal("skiff", Assert.Single(Assert.Single(producers.Fields).Values).Name);
        Assert.Equal(section.Bytes.ToArray(), producers.Write());
        Assert.Equal($"component processed-by skiff {producers.Fields[0].Values[0].Version}", Jco.Producers(component.Write()));
    }

    [Fact]
    public void Only_what_the_core_module_calls_is_imported()
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("judged.wit", Shapes + "world judged { import types; import painting; }"));
        Module core = new();
        core.Import("example:judged/painting", "count", new Function(new FunctionType([], ValType.I32)));
        ComponentSignature signature = ComponentEncoder.Encode(core, graph.Root!.FindWorld("judged")!).Validate();
        NamedSignature import = Assert.Single(signature.Imports);
        Assert.Equal("example:judged/painting", import.Name.Name);
        Assert.Equal("count", Assert.Single(((InstanceSignature)import.Signature).Exports).Name.Name);
    }

    [Theory]
    [InlineData("import f: func();", "The core module imports \"$root\" \"g\", which the world example:judged/judged has not; add it to the world, or remove the call.", "$root", "g", null)]
    [InlineData("import f: func(); export run: func();", "The core module exports no function 'run', which the world example:judged/judged needs for run.", "$root", "f", null)]
    [InlineData("import f: func(); export run: func(x: u64);", "The core module's function 'run' is of type [] -> []; the world example:judged/judged needs [i64] -> [].", "$root", "f", "run")]
    [InlineData("import f: func() -> string;", "The core module exports no memory 'memory', but f passes values in memory.", "$root", "f", null)]
    public void What_does_not_fit_is_named(string items, string message, string module, string name, string? export)
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("judged.wit", $"package example:judged; world judged {{ {items} }}"));
        Module core = new();
        core.Import(module, name, new Function(new FunctionType([])));
        if (export is not null)
        {
            core.Export(export, core.Add(new Function(new FunctionType([]))));
        }

        Assert.Equal(message, Assert.Throws<ComponentEncodingException>(() => ComponentEncoder.Encode(core, graph.Root!.FindWorld("judged")!)).Message);
    }

    [Fact]
    public void The_same_module_and_world_give_the_same_bytes()
    {
        const string World = "world judged { import types; import painting; export types; export painting; export studio; }";
        byte[] dummy = Jco.DummyModule(Shapes + World);
        Assert.Equal(Encode(), Encode());

        byte[] Encode()
        {
            var core = Module.Read(dummy);
            core.CustomSections.Clear();
            PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("judged.wit", Shapes + World));
            return ComponentEncoder.Encode(core, graph.Root!.FindWorld("judged")!, StandardNames.Instance).Write();
        }
    }

    private static void AssertSameWorld(string wit, PackageGraph graph)
    {
        Assert.False(graph.HasErrors, string.Join("\n", graph.Diagnostics));
        byte[] dummy = Jco.DummyModule(wit);
        var core = Module.Read(dummy);
        core.CustomSections.Clear();
        Component component = ComponentEncoder.Encode(core, graph.Root!.FindWorld("judged")!, StandardNames.Instance);
        byte[] bytes = component.Write();
        component.Validate();
        Wasmtime.AssertValidComponent(bytes);
        Assert.Equal(Jco.Wit(Jco.ComponentNew(dummy)), Jco.Wit(bytes));
    }
}
