namespace Skiff.Bindings;

/// <summary>A file of C#.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it says.</param>
internal sealed record GeneratedFile(string Name, string Text);
