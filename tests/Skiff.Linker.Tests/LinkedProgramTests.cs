using System.Text.Json;
using Skiff.Linker.Tests.Hosts;
using Skiff.Wasm;
using Skiff.Wasm.Tests.Judges;

namespace Skiff.Linker.Tests;

/// <summary>A program with satellite assemblies, resources, culture data and symbols, linked in each form and run.</summary>
public sealed class LinkedProgramTests(LinkedGuest guest) : IClassFixture<LinkedGuest>
{
    private static readonly string[] s_arguments = ["a", "b c", "ünï😀"];
    private static readonly KeyValuePair<string, string> s_variable = new("SKIFF_GUEST", "here");

    [Theory]
    [InlineData(false, "Skiff")]
    [InlineData(true, "Skiff")]
    [InlineData(false, "Wasmtime")]
    [InlineData(true, "Wasmtime")]
    [InlineData(false, "Node")]
    [InlineData(true, "Node")]
    public void It_runs_as_on_CoreCLR(bool snapshot, string host)
    {
        Outcome expected = LinkedGuest.RunCoreClr(s_arguments, s_variable);

        Outcome actual = Run(host, guest.Module(snapshot), s_arguments, s_variable);

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_two_runs_share_what_is_random(bool snapshot)
    {
        string[] values = [.. Enumerable.Range(0, 3).SelectMany(_ => SkiffHost.Run(guest.Module(snapshot), ["fresh"]).Output.Split(' '))];

        Assert.Equal(12, values.Length);
        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Fact]
    public void An_initializer_has_run_before_the_program_starts_and_is_heard_when_it_is_linked()
    {
        using TemporaryDirectory directory = new();
        Listener listener = new();
        LinkRequest request = GuestProgram.Request(directory.File("app.wasm")) with { Initializers = ["Skiff.Linker.Guest.Warmth.Rise"] };
        string module = AppLinker.Link(request, listener).Path;

        Outcome outcome = SkiffHost.Run(module, []);

        Assert.Equal("warmer\n", listener.Output);
        Assert.Contains("\nwarm: 1\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warmer", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_interface_is_that_of_a_command(bool snapshot)
    {
        Module module = Module.Read(File.ReadAllBytes(guest.Module(snapshot)));

        Assert.Equal(["_start", "memory"], module.Exports.Select(export => export.Name).Order(StringComparer.Ordinal));
        Assert.All(module.Imports, item => Assert.Equal("wasi_snapshot_preview1", item.Import!.Module));
        Assert.All(module.Functions, function => Assert.Null(function.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_valid_for_every_judge(bool snapshot)
    {
        byte[] bytes = File.ReadAllBytes(guest.Module(snapshot));

        Module.Read(bytes).Validate();
        Node.AssertValid(bytes);
        NpmTools.AssertValidForWabt(bytes);
        NpmTools.AssertValidForBinaryen(bytes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_contents_are_where_the_custom_section_says(bool snapshot)
    {
        Module module = Module.Read(File.ReadAllBytes(guest.Module(snapshot)));
        byte[] memory = snapshot ? Memory(module) : module.DataSegments.Where(segment => segment.Memory is null).MaxBy(segment => segment.Bytes.Length)!.Bytes.ToArray();

        using JsonDocument contents = JsonDocument.Parse(module.CustomSections.Single(section => section.Name == "skiff.contents").Bytes);
        JsonElement[] rows = [.. contents.RootElement.GetProperty("contents").EnumerateArray()];

        byte[] assembly = File.ReadAllBytes(GuestProgram.EntryAssembly);
        JsonElement row = rows.Single(item => item.GetProperty("name").GetString() == "Skiff.Linker.Guest.dll");
        Assert.Equal("assembly", row.GetProperty("kind").GetString());
        Assert.Equal(assembly.Length, row.GetProperty("size").GetInt32());
        Assert.Equal(assembly, memory.AsSpan(row.GetProperty("address").GetInt32(), assembly.Length).ToArray());
        string[] kinds = [.. rows.Select(item => item.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            snapshot
                ? ["assembly", "heap", "icu", "runtimeconfig", "satellite", "static", "symbols"]
                : ["assembly", "icu", "runtimeconfig", "satellite", "symbols"],
            kinds);
    }

    private static Outcome Run(string host, string module, string[] arguments, KeyValuePair<string, string> variable) => host switch
    {
        "Skiff" => SkiffHost.Run(module, arguments, variable),
        "Wasmtime" => WasmtimeHost.Run(module, arguments, variable),
        "Node" => NodeHost.Run(module, arguments, variable),
        _ => throw new ArgumentOutOfRangeException(nameof(host), host, null),
    };

    private static byte[] Memory(Module module)
    {
        byte[] memory = new byte[(int)module.Memories.Single().Limits.Minimum * Skiff.Wasm.Memory.PageSize];
        foreach (DataSegment segment in module.DataSegments.Where(segment => segment.Memory is not null))
        {
            segment.Bytes.Span.CopyTo(memory.AsSpan((int)segment.Offset!.IntegerValue!.Value));
        }

        return memory;
    }
}
