namespace Skiff.Hosting;

/// <summary>One import of a module.</summary>
/// <param name="Module">The module it is imported from, such as <c>wasi_snapshot_preview1</c>.</param>
/// <param name="Name">The name in that module.</param>
/// <param name="Kind">What is imported.</param>
public sealed record ModuleImport(string Module, string Name, ModuleItemKind Kind);
