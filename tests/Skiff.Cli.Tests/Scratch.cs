using Skiff.Hosting;
using Skiff.Wasm.Components;

namespace Skiff.Cli.Tests;

/// <summary>The directory that the tests run the command in, with a module for every occasion.</summary>
public sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("skiff-cli-");

    public Scratch()
    {
        foreach ((string name, string text) in Modules)
        {
            File.WriteAllBytes(In(name), Engine.TranslateText(text));
        }

        foreach ((string name, byte[] component) in Components)
        {
            File.WriteAllBytes(In("component-" + name), component);
        }

        WriteInterfaces();
        WriteMachineCode();
        File.WriteAllText(In("text.wat"), "(module)");
        File.WriteAllText(In("empty.wasm"), "");
        File.WriteAllBytes(In("component.wasm"), [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
        File.WriteAllBytes(In("invalid-component.wasm"), Invalid().Write());
        File.WriteAllBytes(In("old-component.wasm"), [0, 0x61, 0x73, 0x6d, 0x0c, 0, 1, 0]);
        File.WriteAllBytes(In("cut-component.wasm"), ComponentGuests.Hello[..200]);
        File.WriteAllBytes(In("cut.wasm"), File.ReadAllBytes(In("hello.wasm"))[..40]);
        File.WriteAllBytes(In("clock.wasm"), ComponentGuests.Clock);
        File.WriteAllBytes(In("quitter.wasm"), ComponentGuests.Quitter);
        File.WriteAllBytes(In("trapper.wasm"), ComponentGuests.Trapper);
        File.WriteAllText(In("script.sh"), "#!/bin/sh");
        File.WriteAllText(In("notes.txt"), "some notes\n");
        File.WriteAllText(In("precompiled.cwasm"), "\u007fELF");
        System.IO.Directory.CreateDirectory(In("nothing"));
        System.IO.Directory.CreateDirectory(In("published"));
        File.Copy(In("hello.wasm"), In("published/hello.wasm"));
        File.WriteAllText(In("published/run-wasmtime.sh"), "");
        System.IO.Directory.CreateDirectory(In("data"));
        File.WriteAllText(In("data/in.txt"), "data\n");
        System.IO.Directory.CreateDirectory(In("nameless"));
        File.Copy(In("hello.wasm"), In("nameless/dotnet.wasm"));
        System.IO.Directory.CreateDirectory(In("ambiguous"));
        File.Copy(In("hello.wasm"), In("ambiguous/dotnet.wasm"));
        File.WriteAllText(In("ambiguous/a.runtimeconfig.json"), "{}");
        File.WriteAllText(In("ambiguous/b.runtimeconfig.json"), "{}");
        System.IO.Directory.CreateDirectory(In("bundle"));
        File.Copy(In("arguments.wasm"), In("bundle/dotnet.wasm"));
        File.WriteAllText(In("bundle/app.runtimeconfig.json"), "{}");
        System.IO.Directory.CreateDirectory(In("projects"));
        File.WriteAllText(In("projects/a.csproj"), "<Project/>");
        File.WriteAllText(In("projects/b.csproj"), "<Project/>");
        System.IO.Directory.CreateDirectory(In("plain"));
        File.WriteAllText(In("plain/plain.csproj"), """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        File.WriteAllText(In("frobbed.cs"), "#:frob Nothing\nreturn 0;\n");
        File.WriteAllText(In("unnamed.cs"), "#:package @1.0\nreturn 0;\n");
        File.WriteAllText(In("valueless.cs"), "// first\n#:property LangVersion\nreturn 0;\n");
    }

    /// <summary>A cache for all tests of the process.</summary>
    public static string CacheDirectory { get; } = Path.Combine(State(), "cache");

    /// <summary>The key by which the command knows what it may execute.</summary>
    public static string KeyFile { get; } = Path.Combine(Path.GetDirectoryName(CacheDirectory)!, "key");

    /// <summary>The directory.</summary>
    public string Directory => _directory.FullName;

    private static IReadOnlyDictionary<string, string> Modules { get; } = new Dictionary<string, string>
    {
        ["hello.wasm"] = Wasi("""(call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)) drop""", """(data (i32.const 0) "\10\00\00\00\06\00\00\00") (data (i32.const 16) "hello\n")"""),
        ["exit42.wasm"] = Wasi("(call $exit (i32.const 42))"),
        ["exit200.wasm"] = Wasi("(call $exit (i32.const 200))"),
        ["trap.wasm"] = Wasi("(call $outer)", "(func $outer (call $inner)) (func $inner unreachable)"),
        ["deep.wasm"] = Wasi("(call $main)"),
        ["loop.wasm"] = Wasi("(loop $l (br $l))"),
        ["sleep.wasm"] = Wasi("(drop (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128)))",
            """(data (i32.const 16) "\01") (data (i32.const 24) "\00\00\00\00\00\10")"""),
        ["greedy.wasm"] = Wasi("(loop $more (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) unreachable"),
        ["large.wasm"] = """(module (memory (export "memory") 1024) (func (export "_start")))""",
        ["yes.wasm"] = Wasi("(loop $l (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))) (br $l))", """(data (i32.const 0) "\10\00\00\00\02\00\00\00") (data (i32.const 16) "y\n")"""),
        ["cat.wasm"] = Wasi("""
            (loop $l
              (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
              (i32.store (i32.const 20) (i32.load (i32.const 8)))
              (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 12)))
              (br_if $l (i32.load (i32.const 8))))
            """, """(data (i32.const 0) "\00\10\00\00\00\10\00\00") (data (i32.const 16) "\00\10\00\00")"""),
        // Prints its arguments and environment with zeros between them, a line each.
        ["arguments.wasm"] = Wasi("""
            (drop (call $args_sizes (i32.const 8) (i32.const 4))) (drop (call $args (i32.const 1024) (i32.const 4096)))
            (i32.store (i32.const 0) (i32.const 4096)) (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)))
            (i32.store (i32.const 0) (i32.const 32)) (i32.store (i32.const 4) (i32.const 1)) (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)))
            (drop (call $environ_sizes (i32.const 8) (i32.const 4))) (drop (call $environ (i32.const 1024) (i32.const 4096)))
            (i32.store (i32.const 0) (i32.const 4096)) (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)))
            """, """(data (i32.const 32) "\n")"""),
        // Prints the guest paths of its directories, a line each, and whether a file can be created in each.
        ["directories.wasm"] = Wasi("""
            (local $fd i32) (local.set $fd (i32.const 3))
            (block $done (loop $l
              (br_if $done (call $prestat (local.get $fd) (i32.const 64)))
              (drop (call $name (local.get $fd) (i32.const 256) (i32.load (i32.const 68))))
              (i32.store (i32.const 0) (i32.const 256)) (i32.store (i32.const 4) (i32.load (i32.const 68)))
              (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)))
              (i32.store (i32.const 0) (if (result i32) (call $open (local.get $fd) (i32.const 0) (i32.const 32) (i32.const 3) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 80)) (then (i32.const 36)) (else (i32.const 40))))
              (i32.store (i32.const 4) (i32.const 4))
              (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)))
              (local.set $fd (i32.add (local.get $fd) (i32.const 1))) (br $l)))
            """, """(data (i32.const 32) "new ") (data (i32.const 36) " ro\n rw\n")"""),
        ["browser.wasm"] = """(module (import "env" "alert" (func)) (memory (export "memory") 1) (func (export "_start")))""",
        ["preview0.wasm"] = """(module (import "wasi_unstable" "proc_exit" (func (param i32))) (memory (export "memory") 1) (func (export "_start")))""",
        ["declared.wasm"] = """(module (import "env" "now" (func (result i64))) (memory (export "memory") 1 2) (global (export "count") (mut i32) (i32.const 1)) (data (i32.const 0) "0123456789"))""",
        ["library.wasm"] = """(module (memory (export "memory") 1) (func (export "add")))""",
    };

    private static IReadOnlyDictionary<string, byte[]> Components { get; } = new Dictionary<string, byte[]>
    {
        ["hello.wasm"] = ComponentGuests.Hello,
        ["given.wasm"] = ComponentGuests.Given,
        ["cat.wasm"] = ComponentGuests.Cat,
        ["directories.wasm"] = ComponentGuests.Directories,
        ["exit.wasm"] = ComponentGuests.Exit,
        ["trap.wasm"] = ComponentGuests.Trap,
        ["loop.wasm"] = ComponentGuests.Loop,
        ["sleep.wasm"] = ComponentGuests.Sleep,
        ["yes.wasm"] = ComponentGuests.Yes,
        ["large.wasm"] = ComponentGuests.Large,
        ["library.wasm"] = ComponentGuests.Library,
        ["foreign.wasm"] = ComponentGuests.Foreign,
    };

    /// <summary>A component that exports two things under one name.</summary>
    private static Component Invalid()
    {
        var component = Component.Read(ComponentGuests.Library);
        component.Add(new ComponentExport(component.Exports.First().ExternName, component.Exports.First().Item));
        return component;
    }

    /// <summary>A path in the directory.</summary>
    public string In(string name) => Path.Combine(Directory, name);

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>Folders and files of WIT.</summary>
    private void WriteInterfaces()
    {
        System.IO.Directory.CreateDirectory(In("wit/deps/shapes"));
        File.WriteAllText(In("wit/world.wit"), "package example:drawing@1.0.0;\nworld drawing { import wasi:cli/exit@0.2.12; import example:shapes/types; export draw: func() -> u32; }\n");
        File.WriteAllText(In("wit/deps/shapes/types.wit"), "package example:shapes;\n/// Shapes.\ninterface types { record point { x: u32 }\nmove: func(by: point); }\ninterface unused { }\n");
        System.IO.Directory.CreateDirectory(In("wit-encoded/deps"));
        File.Copy(In("wit/world.wit"), In("wit-encoded/world.wit"));
        File.WriteAllText(In("wrong.wit"), "package example:wrong;\ninterface a { f: func(x: nothing); }\ninterface b { use a.{g}; }\n");
        File.WriteAllText(In("gated.wit"), "package example:gated@1.0.0;\ninterface a { @unstable(feature = soon) f: func(); }\n");
        File.WriteAllBytes(In("latin.wit"), [.. "package example:latin;\n// ca"u8, 0xFE, .. "\n"u8]);
        File.WriteAllText(In("nested.wit"), "package a:b:c; interface i { }");
        File.WriteAllText(In("untidy.wit"), "package example:untidy;interface a{f:func();}");
        File.WriteAllText(In("tidy.wit"), "package example:tidy;\n\ninterface a {\n    f: func();\n}\n");
    }

    /// <summary>Machine code of <c>hello.wasm</c> and <c>loop.wasm</c>, and what came of it.</summary>
    private void WriteMachineCode()
    {
        var key = PrecompilationKey.ReadOrCreate(KeyFile);
        Write("hello", "hello.cwasm", new EngineOptions(), key);
        Write("loop", "loop.cwasm", new EngineOptions { Interruptible = true, MeterFuel = true }, key);
        Write("hello", "foreign.cwasm", new EngineOptions(), PrecompilationKey.ReadOrCreate(In("foreign.key")));
        using (var engine = new Engine())
        using (CompiledComponent component = CompiledComponent.Compile(engine, ComponentGuests.Hello))
        {
            PrecompiledModule.Write(component, In("component.cwasm"), key);
        }

        byte[] code = File.ReadAllBytes(In("hello.cwasm"));
        File.WriteAllBytes(In("cut.cwasm"), code[..^1]);
        code[code.Length / 2] ^= 1;
        File.WriteAllBytes(In("tampered.cwasm"), code);

        void Write(string module, string file, EngineOptions options, PrecompilationKey key)
        {
            using var engine = new Engine(options);
            using CompiledModule compiled = CompiledModule.Compile(engine, File.ReadAllBytes(In(module + ".wasm")));
            PrecompiledModule.Write(compiled, In(file), key);
        }
    }

    /// <summary>A directory that is there as long as the process.</summary>
    private static string State()
    {
        DirectoryInfo state = System.IO.Directory.CreateTempSubdirectory("skiff-cli-state-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => state.Delete(recursive: true);
        return state.FullName;
    }

    private static string Wasi(string start, string rest = "") => $"""
        (module $guest
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "args_get" (func $args (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environ_sizes (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_prestat_get" (func $prestat (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $name (param i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
          (memory (export "memory") 2)
          {rest}
          (func $main (export "_start") {start}))
        """;
}
