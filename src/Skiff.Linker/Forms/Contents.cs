using System.Buffers;
using System.Text.Json;
using Skiff.Linker.Bundling;
using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>
/// The custom section <c>skiff.contents</c>, which says what lies where in memory (docs/architecture.md, "The linked
/// module").
/// </summary>
internal sealed class Contents
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "skiff.contents";

    private readonly List<(string Kind, string Name, uint Address, uint Size)> _rows = [];

    /// <summary>Adds a range of memory.</summary>
    /// <param name="kind">One of the kinds that the format has.</param>
    /// <param name="name">What it is of its kind; may be empty.</param>
    /// <param name="address">Where it begins.</param>
    /// <param name="size">Its bytes.</param>
    public Contents Add(string kind, string name, uint address, uint size)
    {
        if (size > 0)
        {
            _rows.Add((kind, name, address, size));
        }

        return this;
    }

    /// <summary>Adds the entries of a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="address">Where it lies in memory; 0 for offsets into the bundle.</param>
    public Contents AddBundle(ReadOnlyMemory<byte> bundle, uint address)
    {
        foreach ((BundleEntry entry, uint offset) in Bundle.Read(bundle))
        {
            Add(Kind(entry.Kind), entry.Name, address + offset, (uint)entry.Content.Length);
        }

        return this;
    }

    /// <summary>Makes the section.</summary>
    public CustomSection ToSection()
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("contents");
            foreach ((string kind, string name, uint address, uint size) in _rows.OrderBy(row => row.Address))
            {
                json.WriteStartObject();
                json.WriteString("kind", kind);
                json.WriteString("name", name);
                json.WriteNumber("address", address);
                json.WriteNumber("size", size);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new CustomSection(SectionName, text.WrittenMemory);
    }

    private static string Kind(BundleKind kind) => kind switch
    {
        BundleKind.Assembly => "assembly",
        BundleKind.Satellite => "satellite",
        BundleKind.Icu => "icu",
        BundleKind.RuntimeConfiguration => "runtimeconfig",
        BundleKind.Symbols => "symbols",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
