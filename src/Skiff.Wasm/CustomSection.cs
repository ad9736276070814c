namespace Skiff.Wasm;

/// <summary>
/// A custom section, kept as bytes (specification: binary format, custom section). The <c>name</c> section is not
/// kept so: its names live on the items they name.
/// </summary>
/// <remarks>Indices inside the bytes, if any, are not renumbered when the module is written.</remarks>
public sealed class CustomSection
{
    /// <summary>Makes a custom section.</summary>
    public CustomSection(string name, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>The contents after the name.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; }

    /// <summary>The section it stands after; <see cref="SectionId.Custom"/> at the start of the module.</summary>
    public SectionId After { get; set; } = SectionId.Data;
}
