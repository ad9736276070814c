using Skiff.Wasm.Binary;

namespace Skiff.Wasm;

/// <summary>
/// What a module or component was made with: the contents of its custom section <c>producers</c> (tool conventions,
/// producers section).
/// </summary>
public sealed class Producers
{
    /// <summary>The name of the custom section.</summary>
    public const string SectionName = "producers";

    /// <summary>The field for source languages.</summary>
    public const string Language = "language";

    /// <summary>The field for tools.</summary>
    public const string ProcessedBy = "processed-by";

    /// <summary>The field for development kits.</summary>
    public const string Sdk = "sdk";

    /// <summary>The fields in order, each with the names of producers and their versions.</summary>
    public List<(string Field, List<(string Name, string Version)> Values)> Fields { get; } = [];

    /// <summary>Reads the contents of the section.</summary>
    /// <exception cref="WasmFormatException">They are malformed; offsets are from their start.</exception>
    public static Producers Read(ReadOnlySpan<byte> contents)
    {
        Producers producers = new();
        ByteReader reader = new(contents);
        for (int fields = reader.ReadCount("fields of producers", bytesPerItem: 2); fields > 0; fields--)
        {
            string field = reader.ReadName();
            List<(string Name, string Version)> values = [];
            for (int left = reader.ReadCount("producers", bytesPerItem: 2); left > 0; left--)
            {
                values.Add((reader.ReadName(), reader.ReadName()));
            }

            producers.Fields.Add((field, values));
        }

        reader.ExpectEnd("the producers section");
        return producers;
    }

    /// <summary>Adds a producer to a field, or gives it another version.</summary>
    public void Add(string field, string name, string version)
    {
        List<(string Name, string Version)>? values = Fields.Find(entry => entry.Field == field).Values;
        if (values is null)
        {
            Fields.Add((field, values = []));
        }

        values.RemoveAll(value => value.Name == name);
        values.Add((name, version));
    }

    /// <summary>Writes the contents of the section.</summary>
    public byte[] Write()
    {
        ByteWriter writer = new();
        writer.WriteU32((uint)Fields.Count);
        foreach ((string field, List<(string Name, string Version)> values) in Fields)
        {
            writer.WriteName(field);
            writer.WriteU32((uint)values.Count);
            foreach ((string name, string version) in values)
            {
                writer.WriteName(name);
                writer.WriteName(version);
            }
        }

        return writer.ToArray();
    }
}
