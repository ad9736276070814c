namespace Skiff.Linker.Inspection;

/// <summary>A part of the size of a module or component. All parts add up to the size of the file.</summary>
/// <param name="Kind">
/// <c>code</c>, <c>elements</c>, <c>names</c>, <c>debug</c>, <c>custom</c>, <c>data</c> (data segments that nothing describes),
/// <c>other</c> (types, imports, exports and what the format itself needs), <c>module</c> (a core module that is not the .NET runtime),
/// <c>component</c> (what a component has besides core modules), or a kind of docs/architecture.md, "The linked module".
/// </param>
/// <param name="Name">The name of the file or the custom section; null when there is none.</param>
/// <param name="Size">How many bytes of the file it takes.</param>
/// <param name="MemorySize">How many bytes of linear memory it takes; null when it takes none or that is not known.</param>
/// <param name="Module">In a component, the core module that the part belongs to; null for what belongs to none.</param>
public sealed record SizeComponent(string Kind, string? Name, long Size, long? MemorySize = null, string? Module = null);
