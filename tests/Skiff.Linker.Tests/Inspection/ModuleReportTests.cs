using System.Reflection;
using System.Text;
using Skiff.Linker.Forms;
using Skiff.Linker.Inspection;
using Skiff.Wasm;
using Module = Skiff.Wasm.Module;

namespace Skiff.Linker.Tests.Inspection;

public sealed class ModuleReportTests
{
    private static byte[] StockModule => File.ReadAllBytes(
        typeof(ModuleReportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RuntimeModule").Value!);

    [Fact]
    public void An_empty_module_is_its_preamble()
    {
        ModuleReport report = ModuleReport.Read(new Module().Write());
        Assert.Equal([new SizeComponent("other", null, ModuleSection.PreambleSize)], report.Components);
        Assert.Empty(report.Sections);
    }

    [Fact]
    public void The_parts_of_a_stock_module_add_up_to_it()
    {
        byte[] file = StockModule;
        ModuleReport report = ModuleReport.Read(file);
        AssertAddsUp(file, report);
        Assert.False(report.IsSkiff);
        Assert.Contains(report.Components, component => component is { Kind: "code", Size: > 1_000_000 });
        Assert.Contains(report.Components, component => component is { Kind: "data", Size: > 500_000 });
        Assert.Contains(report.Imports, import => import is { Module: "env", Kind: "function" });
        Assert.Contains(report.Exports, export => export is { Name: "memory", Kind: "memory", Module: null });
    }

    [Fact]
    public void Custom_sections_are_named_and_debug_information_is_one_part()
    {
        Module module = new();
        module.CustomSections.Add(new CustomSection("producers", new byte[100]));
        module.CustomSections.Add(new CustomSection(".debug_info", new byte[200]));
        module.CustomSections.Add(new CustomSection(".debug_line", new byte[300]));
        byte[] file = module.Write();
        ModuleReport report = ModuleReport.Read(file);
        AssertAddsUp(file, report);
        Assert.Equal(["custom producers", "debug ", "other "], report.Components.Select(component => $"{component.Kind} {component.Name}"));
        Assert.InRange(report.Components[1].Size, 500, 540);
    }

    [Fact]
    public void A_snapshots_bytes_belong_to_the_smallest_part_that_they_are_in()
    {
        Module module = WithMemory();
        // Static data, then the heap, in which the linker put an assembly; zeros between the segments are not in the file.
        AddActive(module, 1000, 500);
        AddActive(module, 4000, 1000);
        AddActive(module, 6000, 2000);
        module.CustomSections.Add(new Contents().Add("static", "", 1000, 400).Add("heap", "", 4000, 6000).Add("assembly", "app.dll", 4500, 2500).ToSection());
        byte[] file = module.Write();
        ModuleReport report = ModuleReport.Read(file);
        AssertAddsUp(file, report);
        Assert.True(report.IsSkiff);
        Assert.Equal(
            [
                new SizeComponent("static", null, 400, 400),
                new SizeComponent("heap", null, 500 + 1000, 6000),
                new SizeComponent("assembly", "app.dll", 500 + 1000, 2500),
                new SizeComponent("data", null, 100),
            ],
            report.Components.Take(4));
    }

    [Fact]
    public void Without_a_snapshot_files_are_offsets_of_the_passive_segment()
    {
        Module module = WithMemory();
        AddActive(module, 50, 300);
        module.DataSegments.Add(new DataSegment(new byte[1000]));
        module.CustomSections.Add(new Contents().Add("assembly", "app.dll", 100, 600).Add("icu", "icudt.dat", 700, 300).Add("static", "", 0, 400).ToSection());
        byte[] file = module.Write();
        ModuleReport report = ModuleReport.Read(file);
        AssertAddsUp(file, report);
        Assert.Equal(
            [
                new SizeComponent("static", null, 350 - 50, 400),
                new SizeComponent("assembly", "app.dll", 600, 600),
                new SizeComponent("icu", "icudt.dat", 300, 300),
                new SizeComponent("data", null, 100),
            ],
            report.Components.Take(4));
    }

    [Fact]
    public void A_segment_at_an_address_that_the_host_gives_is_data()
    {
        Module module = WithMemory();
        Global origin = module.Add(new Global(ValType.I32, isMutable: false) { Import = new Import("env", "origin") });
        module.DataSegments.Add(new DataSegment(module.Memories[0], ConstantExpression.Global(origin), new byte[70]));
        module.CustomSections.Add(new Contents().Add("heap", "", 0, 65536).ToSection());
        byte[] file = module.Write();
        AssertAddsUp(file, ModuleReport.Read(file));
        Assert.Contains(new SizeComponent("data", null, 70), ModuleReport.Read(file).Components);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"contents\":[{}]}")]
    [InlineData("{\"contents\":[null]}")]
    [InlineData("{\"contents\":[{\"kind\":\"heap\",\"address\":0,\"size\":-1}]}")]
    public void Contents_that_cannot_be_read_are_an_error(string json)
    {
        Module module = new();
        module.CustomSections.Add(new CustomSection(Contents.SectionName, Encoding.UTF8.GetBytes(json)));
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ModuleReport.Read(module.Write()));
        Assert.Contains("skiff.contents", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_module_is_an_error() =>
        Assert.Throws<WasmFormatException>(() => ModuleReport.Read("MZ......"u8.ToArray()));

    private static Module WithMemory()
    {
        Module module = new();
        module.Add(new Memory(new Limits(1)));
        return module;
    }

    private static void AddActive(Module module, int address, int size) =>
        module.DataSegments.Add(new DataSegment(module.Memories[0], ConstantExpression.I32(address), new byte[size]));

    private static void AssertAddsUp(byte[] file, ModuleReport report)
    {
        Assert.Equal(file.Length, report.Size);
        Assert.Equal(file.Length, report.Components.Sum(component => component.Size));
        Assert.Equal(file.Length, ModuleSection.PreambleSize + report.Sections.Sum(section => section.Size));
        Assert.All(report.Components, component => Assert.True(component.Size >= 0));
    }
}
