using Skiff.Linker.Inspection;

namespace Skiff.Cli.Inspecting;

/// <summary>What <c>skiff inspect --json</c> writes of a component.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Size">Its size; this and all sizes are in bytes.</param>
/// <param name="Components">What the bytes are; their sizes add up to <paramref name="Size"/>.</param>
/// <param name="Modules">The core modules, those of nested components included.</param>
/// <param name="Imports">What a host or another component has to provide.</param>
/// <param name="Exports">What the component offers.</param>
/// <param name="Producers">What made it.</param>
internal sealed record ComponentReportJson(
    string File,
    long Size,
    IReadOnlyList<SizeComponent> Components,
    IReadOnlyList<EmbeddedModuleJson> Modules,
    IReadOnlyList<InterfaceItem> Imports,
    IReadOnlyList<InterfaceItem> Exports,
    IReadOnlyList<ProducerItem> Producers)
{
    /// <summary>The same as JSON has it.</summary>
    public static ComponentReportJson Of(string file, ComponentReport report) => new(
        file, report.Size, report.Components, [.. report.Modules.Select(EmbeddedModuleJson.Of)], report.Imports, report.Exports, report.Producers);
}
