namespace Skiff.Linker;

/// <summary>A satellite assembly.</summary>
/// <param name="Culture">The culture whose resources it has, such as <c>de</c>.</param>
/// <param name="Path">The file.</param>
public readonly record struct Satellite(string Culture, string Path);
