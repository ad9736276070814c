namespace Skiff.Wasm;

/// <summary>The bytes are not a well-formed module; the message names the byte offset and the section.</summary>
public sealed class WasmFormatException : Exception
{
    /// <summary>Makes an error at a place in the file.</summary>
    public WasmFormatException(string message, long offset, SectionId? section)
        : base($"{message} (byte {offset}, {(section is { } id ? $"{id.ToString().ToLowerInvariant()} section" : "outside sections")})")
    {
        Offset = offset;
        Section = section;
    }

    /// <summary>The offset from the start of the file, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The section; null outside of sections.</summary>
    public SectionId? Section { get; }
}
