using Skiff.Linker.Inspection;

namespace Skiff.Cli.Inspecting;

/// <summary>What <c>skiff inspect --json</c> writes of a module.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Size">Its size; this and all sizes are in bytes.</param>
/// <param name="Components">What the bytes are; their sizes add up to <paramref name="Size"/>.</param>
/// <param name="Sections">The sections in the file's order; they and the preamble of eight bytes are the file.</param>
/// <param name="Imports">What a host has to provide.</param>
/// <param name="Exports">What the module offers.</param>
internal sealed record ReportJson(
    string File,
    long Size,
    IReadOnlyList<SizeComponent> Components,
    IReadOnlyList<SectionJson> Sections,
    IReadOnlyList<InterfaceItem> Imports,
    IReadOnlyList<InterfaceItem> Exports)
{
    /// <summary>The same as JSON has it.</summary>
    public static ReportJson Of(string file, ModuleReport report) => new(
        file, report.Size, report.Components, [.. report.Sections.Select(SectionJson.Of)], report.Imports, report.Exports);
}
