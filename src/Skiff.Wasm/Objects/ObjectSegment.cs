namespace Skiff.Wasm.Objects;

/// <summary>What the linker must know of a data segment (tool conventions: linking, segment info).</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Name">The name of the section it goes to, such as <c>.rodata.x</c>.</param>
/// <param name="Alignment">What its address is a multiple of, in bytes.</param>
/// <param name="IsStrings">Whether it is one NUL-terminated string, which the linker may merge with others that end the same way.</param>
public sealed record ObjectSegment(DataSegment Segment, string Name, uint Alignment, bool IsStrings)
{
    /// <summary>Whether it has no bytes in the linked module, being zero.</summary>
    public bool IsZero => Name.StartsWith(".bss", StringComparison.Ordinal) || Name.StartsWith(".tbss", StringComparison.Ordinal);
}
