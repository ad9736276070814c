namespace Skiff.Linker.Inspection;

/// <summary>Something that a component was made with, as its custom section <c>producers</c> says.</summary>
/// <param name="Field">In what role: <c>language</c>, <c>processed-by</c>, <c>sdk</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Version">Which version of it.</param>
public sealed record ProducerItem(string Field, string Name, string Version);
