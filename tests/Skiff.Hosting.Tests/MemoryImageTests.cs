using System.Diagnostics;
using System.Globalization;
using Skiff.Wasm;

namespace Skiff.Hosting.Tests;

/// <summary>Modules whose data is put together before they are compiled behave as they did.</summary>
public sealed class MemoryImageTests
{
    private const int Most = 256 << 20;
    private const string Far = "(i32.const 20000000)";

    [Fact]
    public void Data_that_lies_far_apart_becomes_one_segment()
    {
        byte[] module = Module("""(data (i32.const 16) "a") (data (i32.const 20000000) "b") (data (i32.const 40) "c")""");
        ReadOnlyMemory<byte> joined = MemoryImage.Join(module, Most);
        Assert.InRange(joined.Length, 20_000_000 - 16, 20_001_000);
        Assert.Equal([1, 0, 0], Wasm.Module.Read(joined).DataSegments.Select(segment => Math.Min(segment.Bytes.Length, 1)));
    }

    public static TheoryData<string> Unchanged =>
    [
        """(data (i32.const 16) "a") (data (i32.const 1000000) "b")""", // mapped as it is
        """(data (i32.const 16) "") (data (i32.const 20000000) "b")""", // one with content
        """(data "a") (data "b")""",
        """(data (i32.const 16) "a") (data (i32.const 30000000) "b")""", // does not fit: instantiating it traps
        """(data (i32.const 16) "a") (data (i32.const 30000000) "") (data (i32.const 20000000) "b")""",
        """(global $g i32 (i32.const 7)) (data (i32.const 16) "a") (data (global.get $g) "c") (data (i32.const 20000000) "b")""",
        "",
    ];

    [Theory]
    [MemberData(nameof(Unchanged))]
    public void What_cannot_gain_or_cannot_be_joined_stays_as_it_is(string fields)
    {
        byte[] module = Module(fields);
        Assert.True(MemoryImage.Join(module, Most).Span == module);
    }

    [Fact]
    public void Memory_that_is_imported_stays_as_it_is()
    {
        byte[] module = Engine.TranslateText("""(module (import "m" "m" (memory 400)) (data (i32.const 16) "a") (data (i32.const 20000000) "b"))""");
        Assert.True(MemoryImage.Join(module, Most).Span == module);
    }

    [Fact]
    public void An_image_larger_than_allowed_is_not_made()
    {
        byte[] module = Module("""(data (i32.const 16) "a") (data (i32.const 20000000) "b")""");
        Assert.True(MemoryImage.Join(module, 19_000_000).Span == module);
        Assert.False(MemoryImage.Join(module, 20_000_000).Span == module);
    }

    [Fact]
    public void The_program_sees_the_same_memory()
    {
        string text = Guests.Command(
            $"""
            (call $expect (i32.const 4096) (i32.const 97))
            (call $expect (i32.const 4097) (i32.const 120)) ;; of two at one place the later one counts
            (call $expect (i32.const 4098) (i32.const 121))
            (call $expect (i32.const 10000000) (i32.const 0))
            (call $expect {Far} (i32.const 98))
            (call $expect (i32.add {Far} (i32.const 1)) (i32.const 0))
            ;; Instructions name segments by number: 1 is passive, 3 is gone once the module is instantiated.
            (memory.init 1 (i32.const 4096) (i32.const 0) (i32.const 2))
            (call $expect (i32.const 4096) (i32.const 112))
            (call $expect (i32.const 4097) (i32.const 113))
            (memory.init 3 (i32.const 4096) (i32.const 0) (i32.const 0))
            (i32.store8 {Far} (i32.const 1)) ;; it can be written
            (call $expect {Far} (i32.const 1))
            """,
            $"""
            (data (i32.const 4096) "abc") (data "pq") (data {Far} "b") (data (i32.const 4097) "xy")
            (func $expect (param $address i32) (param $value i32)
              (if (i32.ne (i32.load8_u (local.get $address)) (local.get $value)) (then unreachable)))
            """).Replace("(memory (export \"memory\") 4)", "(memory (export \"memory\") 400)", StringComparison.Ordinal);
        Assert.False(MemoryImage.Join(Engine.TranslateText(text), Most).Span == Engine.TranslateText(text));

        using CompiledModule module = Guests.Compile(text);
        using var command = new WasiCommand(module);
        Assert.Equal(0, Guests.Run(command).ExitCode);
        Assert.Equal(0, Guests.Run(command).ExitCode); // nothing is left of the first run
    }

    [Fact]
    public void A_file_of_machine_code_has_holes_where_memory_is_empty()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere files have holes only on request.");
        DirectoryInfo directory = Directory.CreateTempSubdirectory("skiff-image-");
        try
        {
            var cache = new CompilationCache(Path.Combine(directory.FullName, "cache"));
            byte[] wasm = Engine.TranslateText(Guests.Command("", $"""(data (i32.const 4096) "a") (data {Far} "b")""")
                .Replace("(memory (export \"memory\") 4)", "(memory (export \"memory\") 400)", StringComparison.Ordinal));
            cache.Load(Guests.Engine, wasm).Dispose();
            using CompiledModule again = cache.Load(Guests.Engine, wasm);
            using var command = new WasiCommand(again);
            Assert.Equal(0, Guests.Run(command).ExitCode);
            string entry = Assert.Single(Directory.GetFiles(cache.Directory));
            Assert.InRange(new FileInfo(entry).Length, 20_000_000 - 4096, 20_200_000);
            var start = new ProcessStartInfo("stat", ["-c", "%b", entry]) { RedirectStandardOutput = true };
            using Process stat = Process.Start(start)!;
            Assert.InRange(long.Parse(stat.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture) * 512, 4096, 1_000_000);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static byte[] Module(string fields) => Engine.TranslateText($"""(module (memory (export "memory") 400) (func (export "_start")) {fields})""");
}
