using Skiff.Wasm.Components;

namespace Skiff.Wasm;

/// <summary>The bytes are not a well-formed module or component; the message names the byte offset and the section.</summary>
public sealed class WasmFormatException : Exception
{
    /// <summary>Makes an error at a place in the file.</summary>
    public WasmFormatException(string message, long offset, SectionId? section)
        : base($"{message} (byte {offset}, {(section is { } id ? $"{id.ToString().ToLowerInvariant()} section" : "outside sections")})")
    {
        Offset = offset;
        Section = section;
    }

    internal WasmFormatException(string message, long offset, ComponentSectionId section)
        : base($"{message} (byte {offset}, {section.Text()} section of a component)")
    {
        Offset = offset;
        ComponentSection = section;
    }

    /// <summary>The offset from the start of the file, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The section of a core module; null outside of sections.</summary>
    public SectionId? Section { get; }

    /// <summary>The section of a component; null outside of sections.</summary>
    public ComponentSectionId? ComponentSection { get; }
}
