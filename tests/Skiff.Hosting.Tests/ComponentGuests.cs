using System.Reflection;
using Skiff.Components;
using Skiff.Hosting;
using Skiff.Wit.Files;
using Skiff.Wit.Resolution;

namespace Skiff.Tests;

/// <summary>Components made of core modules that are written as WebAssembly text.</summary>
internal static class ComponentGuests
{
    private static readonly IReadOnlyList<IReadOnlyList<Skiff.Wit.Text.WitFile>> s_wasi = WitFolder.ReadPackages(typeof(ComponentGuests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "WasiDirectory").Value!);

    private const string Imports = """
          (import "wasi:cli/stdin@0.2.12" "get-stdin" (func $stdin (result i32)))
          (import "wasi:cli/stdout@0.2.12" "get-stdout" (func $stdout (result i32)))
          (import "wasi:cli/stderr@0.2.12" "get-stderr" (func $stderr (result i32)))
          (import "wasi:cli/terminal-stdout@0.2.12" "get-terminal-stdout" (func $terminal (param i32)))
          (import "wasi:cli/environment@0.2.12" "get-arguments" (func $arguments (param i32)))
          (import "wasi:cli/environment@0.2.12" "get-environment" (func $environment (param i32)))
          (import "wasi:cli/exit@0.2.12" "exit" (func $exit (param i32)))
          (import "wasi:clocks/monotonic-clock@0.2.12" "subscribe-duration" (func $timer (param i64) (result i32)))
          (import "wasi:io/poll@0.2.12" "[method]pollable.block" (func $block (param i32)))
          (import "wasi:io/streams@0.2.12" "[method]output-stream.blocking-write-and-flush" (func $write (param i32 i32 i32 i32)))
          (import "wasi:io/streams@0.2.12" "[method]input-stream.blocking-read" (func $read (param i32 i64 i32)))
          (import "wasi:filesystem/preopens@0.2.12" "get-directories" (func $directories (param i32)))
          (import "wasi:filesystem/types@0.2.12" "[method]descriptor.open-at" (func $open (param i32 i32 i32 i32 i32 i32 i32)))
          (import "wasi:sockets/instance-network@0.2.12" "instance-network" (func $network (result i32)))
          (import "wasi:sockets/tcp-create-socket@0.2.12" "create-tcp-socket" (func $socket (param i32 i32)))
          (import "wasi:sockets/tcp@0.2.12" "[method]tcp-socket.start-bind" (func $bind (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
        """;

    /// <summary>
    /// A command: <c>$say</c> (address, length) writes to standard output and <c>$complain</c> to standard error, <c>$line</c> says a
    /// line break; the functions of WASI that tests need are imported, as <see cref="Imports"/> names them.
    /// </summary>
    /// <param name="body">The body of <c>run</c>, after which it succeeds.</param>
    /// <param name="fields">Further fields of the module.</param>
    /// <param name="pages">The pages of memory that it begins with.</param>
    public static byte[] Command(string body, string fields = "", int pages = 2) => Encode($$"""
        (module $guest
        {{Imports}}
          (memory (export "memory") {{pages}})
          (global $free (mut i32) (i32.const 65536))
          (data (i32.const 1008) "\n")
          (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
            (local $at i32)
            (local.set $at (i32.and (i32.add (global.get $free) (i32.const 7)) (i32.const -8)))
            (global.set $free (i32.add (local.get $at) (local.get 3)))
            (local.get $at))
          (func $to (param $stream i32) (param $address i32) (param $length i32)
            (call $write (local.get $stream) (local.get $address) (local.get $length) (i32.const 1012)))
          (func $say (param $address i32) (param $length i32) (call $to (call $stdout) (local.get $address) (local.get $length)))
          (func $complain (param $address i32) (param $length i32) (call $to (call $stderr) (local.get $address) (local.get $length)))
          (func $line (call $say (i32.const 1008) (i32.const 1)))
          {{fields}}
          (func (export "wasi:cli/run@0.2.12#run") (result i32) {{body}} (i32.const 0)))
        """, "include wasi:cli/command@0.2.12;");

    /// <summary>A component of a core module and the items of a world, which may use WASI's packages.</summary>
    public static byte[] Encode(string core, string items, string interfaces = "")
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources
            .FromText("test.wit", $"package example:test;\n{interfaces}\nworld tested {{ {items} }}")
            .WithLibrary(s_wasi));
        return ComponentEncoder.Encode(Skiff.Wasm.Module.Read(Engine.TranslateText(core)), graph.Root!.Worlds.Single()).Write();
    }

    public static byte[] Hello { get; } = Command("(call $say (i32.const 0) (i32.const 6))", """(data (i32.const 0) "hello\n")""");

    /// <summary>Prints its arguments and then its environment, a line each.</summary>
    public static byte[] Given { get; } = Command(
        """
        (call $arguments (i32.const 16)) (call $list (i32.load (i32.const 16)) (i32.load (i32.const 20)) (i32.const 8))
        (call $environment (i32.const 16)) (call $list (i32.load (i32.const 16)) (i32.mul (i32.load (i32.const 20)) (i32.const 2)) (i32.const 8))
        """,
        """
        (func $list (param $at i32) (param $count i32) (param $size i32)
          (block $done (loop $next
            (br_if $done (i32.eqz (local.get $count)))
            (call $say (i32.load (local.get $at)) (i32.load (i32.add (local.get $at) (i32.const 4)))) (call $line)
            (local.set $at (i32.add (local.get $at) (local.get $size)))
            (local.set $count (i32.sub (local.get $count) (i32.const 1)))
            (br $next))))
        """);

    /// <summary>Copies standard input to standard output.</summary>
    public static byte[] Cat { get; } = Command("""
        (local $in i32) (local.set $in (call $stdin))
        (block $done (loop $next
          (call $read (local.get $in) (i64.const 4096) (i32.const 16))
          (br_if $done (i32.load8_u (i32.const 16)))
          (call $say (i32.load (i32.const 20)) (i32.load (i32.const 24)))
          (global.set $free (i32.const 65536))
          (br $next)))
        """);

    /// <summary>Prints the guest paths of its directories, a line each, and whether a file can be created in each.</summary>
    public static byte[] Directories { get; } = Command(
        """
        (local $at i32) (local $count i32)
        (call $directories (i32.const 16)) (local.set $at (i32.load (i32.const 16))) (local.set $count (i32.load (i32.const 20)))
        (block $done (loop $next
          (br_if $done (i32.eqz (local.get $count)))
          (call $say (i32.load offset=4 (local.get $at)) (i32.load offset=8 (local.get $at)))
          (call $open (i32.load (local.get $at)) (i32.const 0) (i32.const 32) (i32.const 3) (i32.const 1) (i32.const 2) (i32.const 80))
          (call $say (if (result i32) (i32.load8_u (i32.const 80)) (then (i32.const 36)) (else (i32.const 40))) (i32.const 4))
          (local.set $at (i32.add (local.get $at) (i32.const 12)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br $next)))
        """,
        """(data (i32.const 32) "new ") (data (i32.const 36) " ro\n rw\n")""");

    /// <summary>Exits with <c>err</c>.</summary>
    public static byte[] Exit { get; } = Command("(call $exit (i32.const 1))");

    /// <summary>Returns an error from <c>run</c>.</summary>
    public static byte[] Fail { get; } = Command("(return (i32.const 1))");

    /// <summary>Says something on both streams, then traps.</summary>
    public static byte[] Trap { get; } = Command(
        "(call $say (i32.const 0) (i32.const 3)) (call $complain (i32.const 3) (i32.const 3)) (call $outer)",
        """(data (i32.const 0) "on\n") (data (i32.const 3) "no\n") (func $outer (call $inner)) (func $inner unreachable)""");

    /// <summary>Divides by zero.</summary>
    public static byte[] Divide { get; } = Command("(drop (i32.div_u (i32.const 1) (i32.const 0)))");

    /// <summary>Computes without end.</summary>
    public static byte[] Loop { get; } = Command("(loop $l (br $l))");

    /// <summary>Waits for an hour.</summary>
    public static byte[] Sleep { get; } = Command("(call $block (call $timer (i64.const 3600000000000)))");

    /// <summary>Says <c>y</c> without end.</summary>
    public static byte[] Yes { get; } = Command("(loop $l (call $say (i32.const 0) (i32.const 2)) (br $l))", """(data (i32.const 0) "y\n")""");

    /// <summary>Fails unless it may not bind a socket to an address.</summary>
    public static byte[] Network { get; } = Command("""
        (call $socket (i32.const 0) (i32.const 16))
        (if (i32.load8_u (i32.const 16)) (then (return (i32.const 0))))
        (call $bind (i32.load (i32.const 20)) (call $network) (i32.const 0) (i32.const 0) (i32.const 127) (i32.const 0) (i32.const 0) (i32.const 1)
          (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 32))
        (if (i32.eqz (i32.load8_u (i32.const 32))) (then (return (i32.const 1))))
        """);

    /// <summary>Begins with 64 MiB.</summary>
    public static byte[] Large { get; } = Command("", pages: 1024);

    /// <summary>Grows until it cannot, then traps.</summary>
    public static byte[] Greedy { get; } = Command("(loop $more (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) unreachable");

    /// <summary>Exports a function of its own and no <c>run</c>.</summary>
    public static byte[] Library { get; } = Encode("""(module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))""", "export add: func(a: u32, b: u32) -> u32;");

    /// <summary>A command that imports a function of nobody's.</summary>
    public static byte[] Foreign { get; } = Encode(
        """(module (import "example:test/host" "now" (func $now)) (func (export "wasi:cli/run@0.2.12#run") (result i32) (call $now) (i32.const 0)))""",
        "import host; export wasi:cli/run@0.2.12;", "interface host { now: func(); }");

    /// <summary>What <see cref="Foreign"/> imports.</summary>
    public static byte[] Clock { get; } = Encode(
        """(module (func (export "example:test/host#now")))""", "export host;", "interface host { now: func(); }");

    /// <summary>What <see cref="Foreign"/> imports, by which it ends: with <c>err</c>.</summary>
    public static byte[] Quitter { get; } = Encode(
        """(module (import "wasi:cli/exit@0.2.12" "exit" (func $exit (param i32))) (func (export "example:test/host#now") (call $exit (i32.const 1))))""",
        "import wasi:cli/exit@0.2.12; export host;", "interface host { now: func(); }");

    /// <summary>What <see cref="Foreign"/> imports, by which it traps.</summary>
    public static byte[] Trapper { get; } = Encode(
        """(module $trapper (func $give-up unreachable) (func (export "example:test/host#now") (call $give-up)))""",
        "export host;", "interface host { now: func(); }");
}
