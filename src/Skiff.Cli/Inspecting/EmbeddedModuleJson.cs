using Skiff.Linker.Inspection;

namespace Skiff.Cli.Inspecting;

/// <summary>A core module in <see cref="ComponentReportJson"/>.</summary>
/// <param name="Name">Its name, behind those of the components that it is nested in.</param>
/// <param name="Size">Its size.</param>
/// <param name="Functions">How many functions it has of its own.</param>
/// <param name="Sections">Its sections; offsets are from its start.</param>
internal sealed record EmbeddedModuleJson(string Name, long Size, long Functions, IReadOnlyList<SectionJson> Sections)
{
    /// <summary>The same as JSON has it.</summary>
    public static EmbeddedModuleJson Of(EmbeddedModuleReport module) => new(
        module.Name, module.Contents.Size, module.Contents.FunctionCount, [.. module.Contents.Sections.Select(SectionJson.Of)]);
}
