using Skiff.Wasm;

namespace Skiff.Cli.Inspecting;

/// <summary>A section in <see cref="ReportJson"/>.</summary>
/// <param name="Section">Which, such as <c>code</c>.</param>
/// <param name="Name">The name of a custom section.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Size">Its size in the file, with identifier and length.</param>
/// <param name="Count">How many items it has.</param>
internal sealed record SectionJson(string Section, string? Name, int Offset, int Size, uint? Count)
{
    /// <summary>The same as JSON has it.</summary>
    public static SectionJson Of(ModuleSection section) =>
        new(Word(section.Id), section.Name, section.Offset, section.Size, section.Count);

    /// <summary>The specification's word for a section.</summary>
    public static string Word(SectionId id) => id == SectionId.DataCount ? "data count" : id.ToString().ToLowerInvariant();
}
