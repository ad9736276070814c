namespace Skiff.Hosting;

/// <summary>One export of a module.</summary>
/// <param name="Name">Its name, such as <c>_start</c>.</param>
/// <param name="Kind">What is exported.</param>
public sealed record ModuleExport(string Name, ModuleItemKind Kind);
