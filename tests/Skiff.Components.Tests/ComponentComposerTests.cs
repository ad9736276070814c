using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;

namespace Skiff.Components.Tests;

/// <summary>Components plugged into each other: they run, what stays open is imported once, and what does not fit is named.</summary>
public class ComponentComposerTests
{
    private const string Interfaces = """
        package example:calc@1.0.0;
        interface types {
          record pair { a: u32, b: u32 }
          resource tally { constructor(start: u32); add: func(x: u32); total: func() -> u32; }
        }
        interface ops {
          use types.{pair, tally};
          sum: func(p: pair) -> u32;
          count: func(t: borrow<tally>, p: pair);
        }
        interface logging { log: func(x: u32); other: func(x: u32); }
        """;

    // What tallies are, and who adds to them.
    private static readonly ComponentPart s_types = Part("types.wasm", "export types; import logging;", """
        (module
          (import "example:calc/logging@1.0.0" "log" (func $log (param i32)))
          (import "[export]example:calc/types@1.0.0" "[resource-new]tally" (func $new (param i32) (result i32)))
          (memory (export "memory") 1)
          (global $free (mut i32) (i32.const 16))
          (func (export "example:calc/types@1.0.0#[constructor]tally") (param i32) (result i32)
            (global.set $free (i32.add (global.get $free) (i32.const 4)))
            (i32.store (global.get $free) (local.get 0))
            (call $new (global.get $free)))
          (func (export "example:calc/types@1.0.0#[method]tally.add") (param i32 i32)
            (i32.store (local.get 0) (i32.add (i32.load (local.get 0)) (local.get 1))))
          (func (export "example:calc/types@1.0.0#[method]tally.total") (param i32) (result i32)
            (call $log (i32.load (local.get 0)))
            (i32.load (local.get 0)))
          (func (export "example:calc/types@1.0.0#[dtor]tally") (param i32) (call $log (i32.const 1000))))
        """);

    private static readonly ComponentPart s_ops = Part("ops.wasm", "import types; export ops; import logging;", """
        (module
          (import "example:calc/types@1.0.0" "[method]tally.add" (func $add (param i32 i32)))
          (import "example:calc/types@1.0.0" "[resource-drop]tally" (func $drop (param i32)))
          (import "example:calc/logging@1.0.0" "other" (func $log (param i32)))
          (func (export "example:calc/ops@1.0.0#sum") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
          (func (export "example:calc/ops@1.0.0#count") (param i32 i32 i32)
            (call $log (local.get 1))
            (call $add (local.get 0) (i32.add (local.get 1) (local.get 2)))
            (call $drop (local.get 0))))
        """);

    private static readonly ComponentPart s_app = Part("app.wasm", "import types; import ops; export run: func(start: u32) -> u32;", """
        (module
          (import "example:calc/types@1.0.0" "[constructor]tally" (func $new (param i32) (result i32)))
          (import "example:calc/types@1.0.0" "[method]tally.total" (func $total (param i32) (result i32)))
          (import "example:calc/types@1.0.0" "[resource-drop]tally" (func $drop (param i32)))
          (import "example:calc/ops@1.0.0" "sum" (func $sum (param i32 i32) (result i32)))
          (import "example:calc/ops@1.0.0" "count" (func $count (param i32 i32 i32)))
          (func (export "run") (param i32) (result i32) (local $tally i32) (local $result i32)
            (local.set $tally (call $new (local.get 0)))
            (call $count (local.get $tally) (i32.const 3) (i32.const 4))
            (local.set $result (i32.add (call $total (local.get $tally)) (call $sum (i32.const 100) (i32.const 200))))
            (call $drop (local.get $tally))
            (local.get $result)))
        """);

    [Fact]
    public void Components_share_types_and_resources_and_import_once_what_stays_open()
    {
        byte[] composed = Write(ComponentComposer.Compose(s_app, [s_ops, s_types]));
        Assert.Equal(
            """
            package root:component;

            world root {
                import example:calc/logging@1.0.0;
                export run: func(start: u32) -> u32;
            }

            package example:calc@1.0.0 {
                interface logging {
                    other: func(x: u32);
                    log: func(x: u32);
                }
            }

            """,
            Print(composed));
        Assert.Equal("other 3\nlog 1007\nlog 1000\n1307", Jco.Run(
            composed,
            "{ 'example:calc/logging': { log: x => console.log('log', x), other: x => console.log('other', x) } }",
            "console.log(exports.run(1000));"));
    }

    [Fact]
    public void What_nobody_exports_stays_an_import()
    {
        byte[] composed = Write(ComponentComposer.Compose(s_app, [s_ops]));
        string world = Print(composed);
        Assert.Contains("import example:calc/types@1.0.0;", world, StringComparison.Ordinal);
        Assert.DoesNotContain("import example:calc/ops@1.0.0;", world, StringComparison.Ordinal);
        // What was left open can be filled in later.
        Component closed = ComponentComposer.Compose(new ComponentPart("half.wasm", Component.Read(composed)), [s_types]);
        Assert.Equal(Print(Write(ComponentComposer.Compose(s_app, [s_ops, s_types]))), Print(Write(closed)));
    }

    [Fact]
    public void Compatible_versions_fit_and_incompatible_ones_do_not()
    {
        string newer = Interfaces.Replace("calc@1.0.0", "calc@1.4.2", StringComparison.Ordinal);
        ComponentPart app = Part("app.wasm", "import ops; export run: func() -> u32;", """
            (module
              (import "example:calc/ops@1.0.0" "sum" (func $sum (param i32 i32) (result i32)))
              (func (export "run") (result i32) (call $sum (i32.const 1) (i32.const 2))))
            """);
        Component composed = ComponentComposer.Compose(app, [Sum("1.4.2", newer)]);
        Assert.Equal("3", Jco.Run(Write(composed), "{}", "console.log(exports.run());"));
        Assert.Contains("exports nothing that the others import", Problems(app, Sum("2.0.0", Interfaces.Replace("calc@1.0.0", "calc@2.0.0", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("exports nothing that the others import", Problems(app, Sum("1.0.0-rc", Interfaces.Replace("calc@1.0.0", "calc@1.0.0-rc", StringComparison.Ordinal))), StringComparison.Ordinal);

        static ComponentPart Sum(string version, string interfaces) => Part("sum.wasm", "export ops2;", $$"""
            (module (func (export "example:calc/ops@{{version}}#sum") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
            """.Replace("ops2", "ops", StringComparison.Ordinal), interfaces
                .Replace("use types.{pair, tally};", "record pair { a: u32, b: u32 }", StringComparison.Ordinal)
                .Replace("count: func(t: borrow<tally>, p: pair);", "", StringComparison.Ordinal), "ops");
    }

    [Fact]
    public void Versions_of_one_interface_are_imported_once_as_the_newest()
    {
        ComponentPart app = Part("app.wasm", "import logging; import ops; export run: func() -> u32;", """
            (module
              (import "example:calc/logging@1.0.0" "log" (func $log (param i32)))
              (import "example:calc/ops@1.0.0" "sum" (func $sum (param i32 i32) (result i32)))
              (func (export "run") (result i32) (call $log (i32.const 5)) (call $sum (i32.const 1) (i32.const 2))))
            """);
        string newer = Interfaces.Replace("calc@1.0.0", "calc@1.3.0", StringComparison.Ordinal)
            .Replace("use types.{pair, tally};", "record pair { a: u32, b: u32 }", StringComparison.Ordinal)
            .Replace("count: func(t: borrow<tally>, p: pair);", "", StringComparison.Ordinal);
        ComponentPart sum = Part("sum.wasm", "", """
            (module
              (import "example:calc/logging@1.3.0" "other" (func $log (param i32)))
              (func (export "example:calc/ops@1.3.0#sum") (param i32 i32) (result i32) (call $log (i32.const 6)) (i32.add (local.get 0) (local.get 1))))
            """, newer, "ops", "import logging;");
        byte[] composed = Write(ComponentComposer.Compose(app, [sum]));
        Assert.Equal(["example:calc/logging@1.3.0", "example:calc/types@1.0.0"], Component.Read(composed).Imports.Select(import => import.ExternName.Name));
    }

    [Fact]
    public void Parts_that_need_different_functions_of_wasi_share_one_of_it()
    {
        ComponentPart app = Part("app.wasm", "import wasi:cli/stdout@0.2.12; import show: func(on: u32); export wasi:cli/run@0.2.12;", """
            (module
              (import "wasi:cli/stdout@0.2.12" "get-stdout" (func $stdout (result i32)))
              (import "wasi:io/streams@0.2.12" "[method]output-stream.check-write" (func $check (param i32 i32)))
              (import "wasi:io/streams@0.2.12" "[resource-drop]output-stream" (func $drop (param i32)))
              (import "$root" "show" (func $show (param i32)))
              (memory (export "memory") 1)
              (func (export "wasi:cli/run@0.2.12#run") (result i32) (local $out i32)
                (local.set $out (call $stdout))
                (call $check (local.get $out) (i32.const 16))
                (call $drop (local.get $out))
                (call $show (i32.const 1))
                (i32.const 0)))
            """);
        ComponentPart plug = Part("plug.wasm", "import wasi:cli/stdout@0.2.12; import wasi:clocks/monotonic-clock@0.2.12; export show: func(on: u32);", """
            (module
              (import "wasi:cli/stdout@0.2.12" "get-stdout" (func $stdout (result i32)))
              (import "wasi:clocks/monotonic-clock@0.2.12" "subscribe-duration" (func $timer (param i64) (result i32)))
              (import "wasi:io/poll@0.2.12" "[method]pollable.block" (func $block (param i32)))
              (import "wasi:io/streams@0.2.12" "[method]output-stream.blocking-write-and-flush" (func $write (param i32 i32 i32 i32)))
              (memory (export "memory") 1)
              (data (i32.const 64) "shown")
              (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
              (func (export "show") (param i32)
                (call $block (call $timer (i64.const 1)))
                (call $write (call $stdout) (i32.const 64) (i32.const 5) (i32.const 16))))
            """);
        byte[] composed = Write(ComponentComposer.Compose(app, [plug]));
        PackageGraph graph = WorldReader.Read(Component.Read(composed));
        Assert.Equal(
            ["wasi:cli/stdout@0.2.12", "wasi:clocks/monotonic-clock@0.2.12", "wasi:io/error@0.2.12", "wasi:io/poll@0.2.12", "wasi:io/streams@0.2.12"],
            graph.SelectWorld().Imports.Select(import => import.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["[method]output-stream.blocking-write-and-flush", "[method]output-stream.check-write"],
            graph.FindInterface("wasi:io/streams@0.2.12")!.AllFunctions.Select(function => function.Name).Order(StringComparer.Ordinal));
        using var engine = new Skiff.Hosting.Engine(new() { Interruptible = true });
        using Skiff.Hosting.CompiledComponent compiled = Skiff.Hosting.CompiledComponent.Compile(engine, composed);
        using var command = new Skiff.Hosting.ComponentCommand(compiled);
        var output = new MemoryStream();
        Assert.Equal(0, command.Run(new() { StandardOutput = Skiff.Hosting.StandardOutput.ToStream(output) }, TestContext.Current.CancellationToken));
        Assert.Equal("shown", System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Functions_of_a_world_fit_by_their_names()
    {
        ComponentPart app = Part("app.wasm", "import twice: func(x: u32) -> u32; export run: func() -> u32;",
            """(module (import "$root" "twice" (func $twice (param i32) (result i32))) (func (export "run") (result i32) (call $twice (i32.const 4))))""");
        ComponentPart plug = Part("plug.wasm", "export twice: func(x: u32) -> u32;",
            """(module (func (export "twice") (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2))))""");
        Assert.Equal("8", Jco.Run(Write(ComponentComposer.Compose(app, [plug])), "{}", "console.log(exports.run());"));
    }

    [Fact]
    public void Everything_that_does_not_fit_is_named()
    {
        string other = Interfaces
            .Replace("record pair { a: u32, b: u32 }", "record pair { a: u32, c: u64 }", StringComparison.Ordinal)
            .Replace("use types.{pair, tally};", "use types.{pair};", StringComparison.Ordinal)
            .Replace("count: func(t: borrow<tally>, p: pair);", "", StringComparison.Ordinal)
            .Replace("sum: func(p: pair) -> u32;", "sum: func(x: u32) -> u64;", StringComparison.Ordinal);
        ComponentPart wrong = Part("wrong.wasm", "", """(module (func (export "example:calc/ops@1.0.0#sum") (param i32) (result i64) (i64.const 0)))""", other, "ops");
        Assert.Equal(
            """
            'app.wasm' imports 'example:calc/ops@1.0.0', and what 'wrong.wasm' exports under that name has a type 'pair' that is record { a: u32, c: u64 } and not record { a: u32, b: u32 }
            'app.wasm' imports 'example:calc/ops@1.0.0', and what 'wrong.wasm' exports under that name has no type 'tally'
            'app.wasm' imports 'example:calc/ops@1.0.0', and what 'wrong.wasm' exports under that name has a function 'sum' that is func(x: u32) -> u64 and not func(p: pair) -> u32
            'app.wasm' imports 'example:calc/ops@1.0.0', and what 'wrong.wasm' exports under that name has no function 'count'
            'wrong.wasm' imports 'example:calc/types@1.0.0', and what another one imports under that name has a type 'pair' that is record { a: u32, b: u32 } and not record { a: u32, c: u64 }
            """,
            Problems(s_app, wrong));
    }

    [Fact]
    public void What_is_ambiguous_or_circular_or_useless_is_named()
    {
        Assert.Equal(
            "'app.wasm' imports 'example:calc/types@1.0.0', and 'types.wasm', 'again.wasm' all export it; leave all but one out\n"
            + "'ops.wasm' imports 'example:calc/types@1.0.0', and 'types.wasm', 'again.wasm' all export it; leave all but one out\n"
            + "'again.wasm' exports nothing that the others import: it exports 'example:calc/types@1.0.0', and what is missing is 'example:calc/logging@1.0.0'",
            Problems(s_app, s_ops, s_types, s_types with { Name = "again.wasm" }));
        ComponentPart left = Part("left.wasm", "import right: func(); export left: func();", """(module (import "$root" "right" (func $f)) (func (export "left") (call $f)))""");
        ComponentPart right = Part("right.wasm", "import left: func(); export right: func();", """(module (import "$root" "left" (func $f)) (func (export "right") (call $f)))""");
        ComponentPart app = Part("app.wasm", "import left: func(); export run: func();", """(module (import "$root" "left" (func $f)) (func (export "run") (call $f)))""");
        Assert.Equal("'left.wasm', 'right.wasm' import from each other in a circle, so that none can be first", Problems(app, left, right));
        Assert.Equal("'app.wasm' exports nothing that the others import: it exports 'run', and what is missing is 'left'", Problems(app, app with { }));
    }

    [Fact]
    public void A_resource_of_what_is_inside_cannot_be_one_of_what_is_outside() => Assert.Equal(
        "'app.wasm' imports 'example:calc/ops@1.0.0' with the resource 'tally' of 'example:calc/types@1.0.0', which 'types.wasm' exports; add a component that exports 'example:calc/ops@1.0.0' too",
        Problems(s_app, s_types));

    [Fact]
    public void An_interface_with_types_of_another_that_is_plugged_can_be_exported()
    {
        ComponentPart app = Part("app.wasm", "import types; export ops;", """
            (module
              (import "example:calc/types@1.0.0" "[resource-drop]tally" (func $drop (param i32)))
              (func (export "example:calc/ops@1.0.0#sum") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
              (func (export "example:calc/ops@1.0.0#count") (param i32 i32 i32) (call $drop (local.get 0))))
            """);
        byte[] composed = Write(ComponentComposer.Compose(app, [s_types]));
        Assert.Contains("export example:calc/ops@1.0.0;", Print(composed), StringComparison.Ordinal);
    }

    private static string Problems(ComponentPart app, params ComponentPart[] plugs) =>
        Assert.Throws<CompositionException>(() => ComponentComposer.Compose(app, plugs)).Message;

    private static byte[] Write(Component component)
    {
        byte[] bytes = component.Write();
        Component.Read(bytes).Validate();
        Wasmtime.AssertValidComponent(bytes);
        Jco.AssertValid(bytes);
        return bytes;
    }

    private static string Print(byte[] component)
    {
        PackageGraph graph = WorldReader.Read(Component.Read(component));
        return WitPrinter.Print(graph.Root!, graph.Packages.Where(package => package != graph.Root));
    }

    private static ComponentPart Part(string name, string items, string core, string interfaces = Interfaces, string? export = null, string more = "")
    {
        string world = export is null ? items : $"export {export};";
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("test.wit", $"{interfaces}\nworld composed {{ {world} {more} }}").WithLibrary(WasiLibrary.Packages));
        graph.ThrowIfErrors();
        return new ComponentPart(name, ComponentEncoder.Encode(Module.Read(Wasmtime.Assemble(core)), graph.Root!.FindWorld("composed")!));
    }
}
