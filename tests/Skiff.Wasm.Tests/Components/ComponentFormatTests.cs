using Skiff.Wasm.Components;

namespace Skiff.Wasm.Tests.Components;

/// <summary>The binary format byte by byte, and what is wrong with malformed ones.</summary>
public class ComponentFormatTests
{
    private static readonly byte[] s_preamble = [0, 0x61, 0x73, 0x6D, 0x0D, 0, 1, 0];

    [Fact]
    public void Every_canonical_definition_is_written_as_it_is_read()
    {
        // Types 0 and 1 are a resource and a stream, core type 0 is a function, core function, memory and table 0 are
        // aliases: nothing but the operands of the definitions matters here.
        byte[] head =
        [
            .. s_preamble,
            .. Section(0x02, 1, 0x01, 0),
        ];
        byte[] canonical =
        [
            0x02, 0, 0x03, 0, 0x04, 0, 0x05, 0x06, 0, 0x06, 1, 0x09, 0x00, 0x79, 0, 0x09, 0x01, 0x00, 1, 0x03, 0,
            0x0A, 0x7F, 0, 0x0B, 0x7E, 1, 0x0C, 0, 0x0C, 1, 0x0D, 0x0E, 1, 0x0F, 1, 2, 0x03, 0, 0x06,
            0x10, 1, 1, 0x00, 0x11, 1, 0, 0x12, 1, 1, 0x13, 1, 0x14, 1, 0x15, 1, 0x16, 1, 1, 0x01, 0x17, 1, 1, 0x02,
            0x18, 1, 0, 0x19, 1, 1, 0x1A, 1, 0x1B, 1, 0x1C, 0, 0x1D, 3, 0x04, 0, 0x05, 0, 0x07, 0, 0x1E, 0x1F,
            0x20, 0, 0, 0x21, 1, 0, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0, 0, 0x28, 0x29, 0, 0x2A, 1, 0x2B, 0, 0x2C, 1, 0x2D, 0,
            0x40, 1, 0, 0x41, 0, 0, 0, 0x42, 1, 0x1C, 2, 0x08, 0, 0x09,
        ];
        byte[] bytes =
        [
            .. head,
            .. Section(0x03, 1, 0x60, 0, 0),
            .. Section(0x06, 3, 0, 0, 1, 0, 1, 0x66, 0, 2, 1, 0, 1, 0x6D, 0, 1, 1, 0, 1, 0x74),
            .. Section(0x07, 2, 0x3F, 0x7F, 0, 0x66, 1, 0x7D),
            .. Section(0x08, [49, .. canonical]),
        ];
        var component = Component.Read(bytes);
        Assert.Equal(Enum.GetValues<BuiltinKind>(), component.Definitions.OfType<CanonicalBuiltin>().Select(builtin => builtin.Builtin).Distinct().Order());
        Assert.Equal(bytes, component.Write());
    }

    [Fact]
    public void Values_and_start_are_written_as_they_are_read()
    {
        // The judges have these features of the specification switched off.
        byte[] bytes =
        [
            .. s_preamble,
            .. Section(0x07, 1, 0x40, 1, 1, 0x78, 0x73, 0x00, 0x79),
            .. Section(0x0A, 3, 0, 1, 0x66, 1, 0, 0, 1, 0x76, 2, 1, 0x73, 0, 1, 0x77, 2, 0, 0),
            .. Section(0x0C, 1, 0x73, 3, 2, 0x68, 0x69),
            .. Section(0x09, 0, 1, 2, 1),
            .. Section(0x0B, 1, 0, 1, 0x72, 2, 3, 1, 2, 1, 0x79),
        ];
        var component = Component.Read(bytes);
        Assert.Equal("\u0002hi"u8.ToArray(), component.Definitions.OfType<ValueDefinition>().Single().Bytes.ToArray());
        Start start = component.Definitions.OfType<Start>().Single();
        Assert.Same(component.Definitions.OfType<ValueDefinition>().Single(), start.Arguments.Single());
        Assert.Same(start, ((StartResult)component.FindExport("r")!.Item).Start);
        Assert.Equal(bytes, component.Write());
    }

    [Fact]
    public void Attributes_of_names_are_written_as_they_are_read()
    {
        byte[] bytes =
        [
            .. s_preamble,
            .. Section(0x07, 1, 0x42, 0),
            .. Section(0x0A, [1, 2, 1, 0x61, 3, 0, 5, .. "b:c/d"u8, 1, 2, .. ".3"u8, 2, 2, .. "id"u8, 5, 0]),
        ];
        var component = Component.Read(bytes);
        Assert.Equal(
            new ExternName("a") { Implements = "b:c/d", VersionSuffix = ".3", ExternalId = "id" },
            component.Imports.Single().ExternName);
        Assert.Equal(bytes, component.Write());
    }

    [Fact]
    public void A_fixed_length_list_is_written_as_it_is_read()
    {
        byte[] bytes = [.. s_preamble, .. Section(0x07, 1, 0x67, 0x7D, 16)];
        Assert.Equal(16u, Assert.IsType<FixedLengthListType>(Component.Read(bytes).Definitions.Single()).Length);
        Assert.Equal(bytes, Component.Read(bytes).Write());
    }

    [Theory]
    [InlineData(0, "first")]
    [InlineData(9, null)]
    public void The_first_names_count(byte index, string? expected)
    {
        byte[] names = [14, .. "component-name"u8, 1, 9, 3, 1, index, 5, .. "first"u8];
        byte[] others = [14, .. "component-name"u8, 1, 10, 3, 1, 0, 6, .. "second"u8];
        var component = Component.Read((byte[])[.. s_preamble, .. Section(0x07, 1, 0x7F), .. Section(0x00, names), .. Section(0x00, others)]);
        Assert.Equal(expected, component.Definitions[0].Name);
        Assert.Equal(expected, Component.Read(component.Write()).Definitions[0].Name);
    }

    [Fact]
    public void Malformed_names_stay_bytes()
    {
        byte[] bytes = [.. s_preamble, .. Section(0x07, 1, 0x7F), .. Section(0x00, [14, .. "component-name"u8, 1, 4, 3, 1, 0, 0x62])];
        var component = Component.Read(bytes);
        Assert.Null(component.Definitions[0].Name);
        Assert.Equal("component-name", Assert.Single(component.CustomSections).SectionName);
        Assert.Equal(bytes, component.Write());
    }

    [Theory]
    [InlineData("", "this is not WebAssembly: the file does not start with \\0asm (byte 0, outside sections)")]
    [InlineData("0061736D01000000", "this is a core module, not a component (byte 4, outside sections)")]
    [InlineData("0061736D0E000100", "version 0xE, layer 1 is unknown; expected version 0xD, layer 1 (byte 4, outside sections)")]
    [InlineData("0061736D0D0001000D00", "a component has no section with identifier 13 (byte 8, outside sections)")]
    [InlineData("0061736D0D0001000702", "the type section claims 2 bytes, but 0 are left (byte 10, outside sections)")]
    [InlineData("0061736D0D00010007020141", "the bytes end too early (byte 12, type section of a component)")]
    [InlineData("0061736D0D0001000703017F00", "the type section has 1 bytes more than its contents (byte 12, type section of a component)")]
    [InlineData("0061736D0D000100070401700105", "there is no type 1; there are 0 so far (byte 12, type section of a component)")]
    [InlineData("0061736D0D00010007020162", "0x62 is not a kind of type (byte 11, type section of a component)")]
    [InlineData("0061736D0D000100060601030201000000", "an alias reaches 1 scopes outward; there are 0 (byte 13, alias section of a component)")]
    [InlineData("0061736D0D00010008020107", "0x07 is not a canonical definition (byte 11, canonical section of a component)")]
    [InlineData("0061736D0D00010004080061736D01000000", "this is a core module, not a component (byte 14, outside sections)")]
    public void An_error_names_the_byte_and_the_section(string hexadecimal, string message) =>
        Assert.Equal(message, Assert.Throws<WasmFormatException>(() => Component.Read(Convert.FromHexString(hexadecimal))).Message);

    [Fact]
    public void A_count_beyond_the_file_is_refused_before_anything_is_allocated()
    {
        foreach (ComponentSectionId id in Enum.GetValues<ComponentSectionId>())
        {
            if (id is ComponentSectionId.Custom or ComponentSectionId.CoreModule or ComponentSectionId.Component or ComponentSectionId.Start)
            {
                continue;
            }

            byte[] bytes = [.. s_preamble, .. Section((byte)id, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F)];
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(id, Assert.Throws<WasmFormatException>(() => Component.Read(bytes)).ComponentSection);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        byte[] types = [0x7F];
        byte[] component = s_preamble;
        for (int i = 0; i < 200; i++)
        {
            types = [0x41, 1, 1, .. types];
            component = [.. s_preamble, .. Section(0x04, component)];
        }

        Assert.Contains("nested more than 100 deep", Assert.Throws<WasmFormatException>(
            () => Component.Read((byte[])[.. s_preamble, .. Section(0x07, [1, .. types])])).Message, StringComparison.Ordinal);
        Assert.Contains("nested more than 100 deep", Assert.Throws<WasmFormatException>(() => Component.Read(component)).Message, StringComparison.Ordinal);
    }

    private static byte[] Section(byte id, params byte[] contents)
    {
        Wasm.Binary.ByteWriter writer = new();
        writer.WriteByte(id);
        writer.WriteU32((uint)contents.Length);
        writer.WriteBytes(contents);
        return writer.ToArray();
    }
}
