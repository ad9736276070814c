namespace Skiff.Linker.Inspection;

/// <summary>A core module in a component.</summary>
/// <param name="Name">
/// Its name, behind those of the components that it is nested in: <c>calculator/main</c>. Without names, numbers stand for them.
/// </param>
/// <param name="Contents">What it consists of.</param>
public sealed record EmbeddedModuleReport(string Name, ModuleReport Contents);
