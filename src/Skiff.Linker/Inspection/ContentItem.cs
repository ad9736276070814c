namespace Skiff.Linker.Inspection;

/// <summary>A part of a linked module's memory.</summary>
/// <param name="Kind"><c>assembly</c>, <c>satellite</c>, <c>icu</c>, <c>runtimeconfig</c>, <c>symbols</c>, <c>static</c> (the runtime's static data) or <c>heap</c>.</param>
/// <param name="Name">The file's name, such as <c>X.dll</c>; null or empty for what is no file.</param>
/// <param name="Address">Where it begins: an address of linear memory, or an offset in the passive segment where there is no snapshot.</param>
/// <param name="Size">How long it is, in bytes.</param>
internal sealed record ContentItem(string Kind, string? Name, long Address, long Size);
