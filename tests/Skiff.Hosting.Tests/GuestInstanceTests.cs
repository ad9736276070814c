using System.Text;

namespace Skiff.Hosting.Tests;

/// <summary>Modules whose exports are called one by one.</summary>
public sealed class GuestInstanceTests
{
    private const string Text = """
        (module
          (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "clock_time_get" (func $time (param i32 i64 i32) (result i32)))
          (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $directory (param i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (global $count (export "count") (mut i32) (i32.const -1))
          (global (export "long") (mut i64) (i64.const -2))
          (global (export "float") (mut f32) (f32.const 1.5))
          (global (export "double") (mut f64) (f64.const -2.5))
          (data (i32.const 0) "hi\n")
          (data (i32.const 16) "\00\00\00\00\03\00\00\00")
          (func (export "add") (param i32) (result i32)
            (global.set $count (i32.add (global.get $count) (local.get 0)))
            (global.get $count))
          (func (export "random") (drop (call $random (i32.const 64) (i32.const 20))))
          (func (export "time") (drop (call $time (i32.const 0) (i64.const 0) (i32.const 96)))
            (drop (call $time (i32.const 1) (i64.const 0) (i32.const 104))))
          (func (export "directory") (param i32) (result i32) (call $directory (local.get 0) (i32.const 128) (i32.const 6)))
          (func (export "sleep")
            (i32.store8 (i32.const 208) (i32.const 0))
            (i32.store (i32.const 216) (i32.const 1))
            (i64.store (i32.const 224) (i64.const 3600000000000))
            (drop (call $poll (i32.const 200) (i32.const 300) (i32.const 1) (i32.const 400))))
          (func (export "say") (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24))))
          (func (export "leave") (call $exit (i32.const 7)))
          (func (export "trap") unreachable)
          (func (export "hang") (loop (br 0))))
        """;

    [Fact]
    public void Exports_are_called_and_memory_and_globals_are_seen() => Run(new GuestOptions(), guest =>
    {
        Assert.Equal(4, guest.Call("add", 5));
        Assert.Equal(10, guest.Call("add", 6));
        Assert.Equal(10u, guest.GetGlobal("count"));
        Assert.Equal(unchecked((ulong)-2L), guest.GetGlobal("long"));
        Assert.Equal(BitConverter.SingleToUInt32Bits(1.5f), guest.GetGlobal("float"));
        Assert.Equal(BitConverter.DoubleToUInt64Bits(-2.5), guest.GetGlobal("double"));
        Assert.Equal(65536, guest.Memory.Length);
        guest.Memory[0] = (byte)'!';
        Assert.Throws<InvalidOperationException>(() => guest.Call("missing"));
        Assert.Throws<InvalidOperationException>(() => guest.GetGlobal("add"));
    });

    [Fact]
    public void A_negative_32_bit_global_has_zeros_above() => Run(new GuestOptions(), guest => Assert.Equal(0xFFFFFFFFu, guest.GetGlobal("count")));

    [Fact]
    public void What_it_writes_arrives()
    {
        using MemoryStream output = new();
        Run(new GuestOptions { StandardOutput = StandardOutput.ToStream(output) }, guest =>
        {
            guest.Call("say");
            guest.Call("say");
        });

        Assert.Equal("hi\nhi\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void A_deterministic_guest_is_always_the_same()
    {
        byte[] Bytes()
        {
            byte[] bytes = [];
            Run(new GuestOptions { IsDeterministic = true }, guest =>
            {
                guest.Call("random");
                guest.Call("time");
                guest.Call("sleep");
                bytes = guest.Memory[64..128].ToArray();
                guest.Call("time");
                Assert.True(BitConverter.ToUInt64(guest.Memory[104..]) > 3_600_000_000_000);
            });
            return bytes;
        }

        byte[] first = Bytes();

        Assert.Equal(first, Bytes());
        Assert.Equal(1000u, BitConverter.ToUInt64(first, 32));
        Assert.Equal(2000u, BitConverter.ToUInt64(first, 40));
        Assert.Equal(20, first[..20].Distinct().Count());
    }

    [Fact]
    public void Its_end_is_told()
    {
        Assert.Equal(7, Assert.Throws<GuestExitException>(() => Run(new GuestOptions(), guest => guest.Call("leave"))).ExitCode);
        Assert.Equal(TrapCode.Unreachable, Assert.Throws<TrapException>(() => Run(new GuestOptions(), guest => guest.Call("trap"))).Code);
        Assert.Throws<TimeLimitException>(() => Run(new GuestOptions { TimeLimit = TimeSpan.FromMilliseconds(200) }, guest => guest.Call("hang")));
    }

    [Fact]
    public void It_finds_the_directories_that_it_is_given()
    {
        Run(new GuestOptions(), guest => Assert.Equal(8, guest.Call("directory", 3)));
        Run(new GuestOptions { Directories = [new GuestDirectory(Path.GetTempPath(), "/given")] }, guest =>
        {
            Assert.Equal(0, guest.Call("directory", 3));
            Assert.Equal("/given", Encoding.UTF8.GetString(guest.Memory.Slice(128, 6)));
        });
        Assert.Throws<DirectoryNotFoundException>(
            () => Run(new GuestOptions { Directories = [new GuestDirectory(Path.Combine(Path.GetTempPath(), "no such directory"), "/")] }, _ => { }));
    }

    private static void Run(GuestOptions options, Action<GuestInstance> work)
    {
        using Engine engine = new(new EngineOptions { Interruptible = true });
        using CompiledModule module = CompiledModule.Compile(engine, Engine.TranslateText(Text));
        GuestInstance.Run(module, options, guest =>
        {
            work(guest);
            return 0;
        });
    }
}
