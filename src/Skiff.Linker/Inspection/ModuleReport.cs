using Skiff.Linker.Forms;
using Skiff.Wasm;

namespace Skiff.Linker.Inspection;

/// <summary>What a module consists of.</summary>
/// <param name="Size">The size of the file, in bytes.</param>
/// <param name="IsSkiff">Whether the module is the .NET runtime as Skiff makes it, with a program or without.</param>
/// <param name="Components">What the bytes of the file are; their sizes add up to <paramref name="Size"/>.</param>
/// <param name="Sections">The sections, in the file's order.</param>
/// <param name="Imports">What a host has to provide.</param>
/// <param name="Exports">What the module offers.</param>
public sealed record ModuleReport(
    long Size,
    bool IsSkiff,
    IReadOnlyList<SizeComponent> Components,
    IReadOnlyList<ModuleSection> Sections,
    IReadOnlyList<InterfaceItem> Imports,
    IReadOnlyList<InterfaceItem> Exports)
{
    /// <summary>How many functions the module has of its own.</summary>
    public long FunctionCount => Sections.FirstOrDefault(section => section.Id == SectionId.Code)?.Count ?? 0;

    /// <summary>Reads a core module of any origin.</summary>
    /// <exception cref="WasmFormatException">The bytes are not a well-formed core module.</exception>
    /// <exception cref="InvalidDataException">What the module says of its contents cannot be read; the message is a sentence without its full stop.</exception>
    public static ModuleReport Read(ReadOnlyMemory<byte> file)
    {
        IReadOnlyList<ModuleSection> sections = ModuleSection.ReadAll(file);
        Module module = Module.Read(file);
        ModuleSection? contents = sections.FirstOrDefault(section => section.Name == Contents.SectionName);
        return new ModuleReport(
            file.Length,
            contents is not null || module.Exports.Any(export => export.Name == RuntimePackModule.BundleExport),
            [.. Divide(file.Length, sections, module, contents is null ? new ModuleContents([]) : ModuleContents.Read(contents.Contents.Span))],
            sections,
            [.. module.Imports.Select(item => InterfaceItem.Of(item, item.Import!.Module, item.Import.Name))],
            [.. module.Exports.Select(export => InterfaceItem.Of(export.Item, null, export.Name))]);
    }

    private static IEnumerable<SizeComponent> Divide(
        long size, IReadOnlyList<ModuleSection> sections, Module module, ModuleContents contents)
    {
        List<SizeComponent> components =
        [
            new(SizeKinds.Code, null, Total(sections, SectionId.Code)),
            .. DataAttribution.Divide(module.DataSegments, contents),
            new(SizeKinds.Elements, null, Total(sections, SectionId.Element)),
            .. sections.Where(section => section.Name is not null)
                .GroupBy(section => Kind(section.Name!))
                .Select(group => new SizeComponent(group.Key.Kind, group.Key.Name, group.Sum(section => (long)section.Size))),
        ];
        components.Add(new(SizeKinds.Other, null, size - components.Sum(component => component.Size)));
        return components.Where(component => component.Size > 0 || component.MemorySize > 0);
    }

    private static long Total(IEnumerable<ModuleSection> sections, SectionId id) =>
        sections.Where(section => section.Id == id).Sum(section => (long)section.Size);

    private static (string Kind, string? Name) Kind(string customSection) => customSection switch
    {
        "name" => (SizeKinds.Names, null),
        _ when customSection.StartsWith(".debug_", StringComparison.Ordinal) => (SizeKinds.Debug, null),
        _ => (SizeKinds.Custom, customSection),
    };
}
