namespace Skiff.Linker.Components;

/// <summary>A world that an assembly is written for, as <c>[assembly: AssemblyMetadata("Skiff.World", …)]</c> says.</summary>
/// <param name="Assembly">The simple name of the assembly.</param>
/// <param name="Name">The name of the world with its package: <c>a:b/c@1.0.0</c>.</param>
/// <param name="Text">WIT text with that package and all that it refers to.</param>
internal sealed record AssemblyWorld(string Assembly, string Name, string Text);
