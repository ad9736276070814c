using Skiff.Wasm.Binary;
using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Tests.Binary;

/// <summary>Whatever the bytes, reading ends soon, with a module or an error that says where.</summary>
public class HostileInputTests(ITestOutputHelper output)
{
    private static readonly byte[] s_preamble = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0];

    [Fact]
    public Task Every_truncation_of_a_module_is_refused_or_a_module() => Bounded(() =>
    {
        byte[] bytes = CompleteModule.Bytes;
        int refused = 0;
        for (int length = 0; length < bytes.Length; length++)
        {
            refused += Survives(bytes[..length]) ? 0 : 1;
        }

        // Cuts between the last sections leave whole modules.
        Assert.InRange(refused, bytes.Length - 20, bytes.Length);
    });

    [Fact]
    public Task Random_damage_is_refused_exactly_when_wasmtime_refuses_it() => Bounded(() =>
    {
        Random random = new(20260917);
        int accepted = 0;
        for (int run = 0; run < 5000; run++)
        {
            byte[] bytes = [.. CompleteModule.Bytes];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            }

            bool survives = Survives(bytes);
            accepted += survives ? 1 : 0;
            string? judgement = Wasmtime.Judge(bytes);
            Assert.True(survives == judgement is null, $"run {run}: we {(survives ? "accept" : "refuse")} it, Wasmtime: {judgement}\n{Convert.ToHexString(bytes)}");
        }

        Assert.InRange(accepted, 1, 4999);
        output.WriteLine($"{accepted} of 5000 damaged modules are still valid");
    });

    [Fact]
    public Task Random_damage_to_the_runtime_is_survived() => Bounded(() =>
    {
        Random random = new(4711);
        byte[] bytes = [.. RuntimeModule.Bytes];
        for (int run = 0; run < 6; run++)
        {
            int at = random.Next(8, bytes.Length);
            byte before = bytes[at];
            bytes[at] = (byte)random.Next(256);
            Survives(bytes);
            bytes[at] = before;
        }
    });

    [Fact]
    public Task A_count_beyond_the_file_is_refused_before_anything_is_allocated() => Bounded(() =>
    {
        foreach (SectionId id in Enum.GetValues<SectionId>().Except([SectionId.Custom]))
        {
            byte[] bytes = [.. s_preamble, (byte)id, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(id, Assert.Throws<WasmFormatException>(() => Module.Read(bytes)).Section);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }
    });

    [Fact]
    public Task Many_functions_with_the_most_locals_take_little_memory() => Bounded(() =>
    {
        byte[] body = [5, 1, 0xD0, 0x86, 0x03, 0x7F, 0x0B];
        body[0] = (byte)(body.Length - 1);
        const int Count = 100_000;
        byte[] bytes = Build(
            (SectionId.Type, [1, 0x60, 0, 0]),
            (SectionId.Function, [.. Leb(Count), .. new byte[Count]]),
            (SectionId.Code, [.. Leb(Count), .. Enumerable.Repeat(body, Count).SelectMany(part => part)]));
        var module = Module.Read(bytes);
        Assert.Equal(50_000, module.Functions[^1].Locals.Count);
        module.Validate();
        Assert.Equal(bytes.Length, module.Write().Length);
    });

    [Fact]
    public Task More_than_50000_locals_are_refused() => Bounded(() =>
    {
        byte[] bytes = OneFunction([2, 0xD0, 0x86, 0x03, 0x7F, 1, 0x7E, 0x0B]);
        Assert.Contains("more than 50000 locals", Assert.Throws<WasmFormatException>(() => Module.Read(bytes)).Message, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_million_nested_blocks_are_read_validated_and_written() => Bounded(() =>
    {
        const int Depth = 1_000_000;
        byte[] bytes = OneFunction([0, .. Enumerable.Repeat<byte[]>([0x02, 0x40], Depth).SelectMany(part => part), .. Enumerable.Repeat((byte)0x0B, Depth + 1)]);
        var module = Module.Read(bytes);
        module.Validate();
        Assert.Equal(bytes, module.Write());
    });

    [Fact]
    public Task A_chain_of_types_too_long_for_recursion_is_read_linked_and_written() => Bounded(() =>
    {
        const int Length = 200_000;
        List<byte> types = [.. Leb(Length), 0x60, 0, 0];
        for (uint i = 1; i < Length; i++)
        {
            types.AddRange([0x60, 1, 0x63, .. Signed(i - 1), 0]);
        }

        byte[] bytes = Build((SectionId.Type, [.. types]), (SectionId.Import, [1, 1, 0x61, 1, 0x62, 0, .. Leb(Length - 1)]));
        var module = Module.Read(bytes);
        module.Validate();
        module.Export("kept", module.Functions[0]);
        module.RemoveUnreachable();
        Assert.Empty(module.Types);
        Assert.Equal(Length, Module.Read(module.Write()).Types.Count);
    });

    [Fact]
    public Task A_chain_of_supertypes_beyond_what_engines_take_is_invalid() => Bounded(() =>
    {
        List<byte> types = [.. Leb(100), 0x50, 0, 0x5F, 0];
        for (uint i = 1; i < 100; i++)
        {
            types.AddRange([0x50, 1, .. Leb(i - 1), 0x5F, 0]);
        }

        var module = Module.Read(Build((SectionId.Type, [.. types])));
        Assert.Contains("too long", Assert.Throws<WasmValidationException>(module.Validate).Message, StringComparison.Ordinal);
    });

    [Fact]
    public Task Values_piled_up_without_end_are_refused() => Bounded(() =>
    {
        FunctionType thousand = new([], Enumerable.Repeat(ValType.I64, 1000));
        Module module = new();
        Function source = module.Import("a", "b", new Function(thousand));
        Function function = module.Add(new Function(new FunctionType([])));
        for (int i = 0; i < 1_000_000; i++)
        {
            function.Body.Call(source);
        }

        Assert.Contains("values are on the stack", Assert.Throws<WasmValidationException>(module.Validate).Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", "this is not WebAssembly: the file does not start with \\0asm (byte 0, outside sections)")]
    [InlineData("0061736D0D000100", "this is a component, not a core module (byte 4, outside sections)")]
    [InlineData("0061736D02000000", "version 2 of the binary format is unknown; expected version 1 (byte 4, outside sections)")]
    [InlineData("0061736D010000000E00", "there is no section with identifier 14 (byte 8, outside sections)")]
    [InlineData("0061736D0100000001", "the bytes end too early (byte 9, outside sections)")]
    [InlineData("0061736D010000000105", "the type section claims 5 bytes, but 0 are left (byte 10, outside sections)")]
    [InlineData("0061736D010000000100", "the bytes end too early (byte 10, type section)")]
    [InlineData("0061736D01000000010400600000", "the type section has 3 bytes more than its contents (byte 11, type section)")]
    [InlineData("0061736D0100000003010001010060", "the type section is repeated or out of order (byte 11, outside sections)")]
    [InlineData("0061736D0100000003020100", "there is no type 0; the module has 0 so far (byte 11, function section)")]
    [InlineData("0061736D01000000010401600000030201000A0501030006FF", "0x06 is not an instruction (byte 23, code section)")]
    public void An_error_names_the_byte_and_the_section(string hexadecimal, string message) =>
        Assert.Equal(message, Assert.Throws<WasmFormatException>(() => Module.Read(Convert.FromHexString(hexadecimal))).Message);

    /// <summary>Runs a test that must not hang.</summary>
    private static Task Bounded(Action test)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return Task.Run(test, cancellation).WaitAsync(TimeSpan.FromMinutes(2), cancellation);
    }

    /// <summary>Reads, validates and writes; false for the two kinds of error that are clean.</summary>
    private static bool Survives(byte[] bytes)
    {
        try
        {
            var module = Module.Read(bytes);
            module.Validate();
            byte[] written = module.Write();
            Assert.Equal(written, Module.Read(written).Write());
            return true;
        }
        catch (WasmFormatException error)
        {
            Assert.InRange(error.Offset, 0, bytes.Length);
            return false;
        }
        catch (WasmValidationException)
        {
            return false;
        }
    }

    private static byte[] OneFunction(byte[] body) => Build(
        (SectionId.Type, [1, 0x60, 0, 0]),
        (SectionId.Function, [1, 0]),
        (SectionId.Code, [1, .. Leb((uint)body.Length), .. body]));

    private static byte[] Build(params (SectionId Id, byte[] Contents)[] sections) =>
        [.. s_preamble, .. sections.SelectMany(section => (byte[])[(byte)section.Id, .. Leb((uint)section.Contents.Length), .. section.Contents])];

    private static byte[] Leb(uint value)
    {
        ByteWriter writer = new();
        writer.WriteU32(value);
        return writer.ToArray();
    }

    private static byte[] Signed(long value)
    {
        ByteWriter writer = new();
        writer.WriteS64(value);
        return writer.ToArray();
    }
}
