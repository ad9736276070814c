using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>
/// The names of definitions (specification: component binary format, name section). A name for an index that does not
/// exist names nothing and is dropped.
/// </summary>
internal static class ComponentNameSection
{
    public const string Name = "component-name";

    private const byte ComponentCode = 0;
    private const byte SortCode = 1;

    /// <summary>Reads the names; false if they are malformed, which does not make the component malformed.</summary>
    public static bool TryRead(int start, int end, Component component, ReadScope scope)
    {
        ByteReader file = new(scope.File.Span);
        ByteReader section = file.At(start).Take((uint)(end - start), "the name section", ComponentSectionId.Custom);
        string? name = null;
        List<(Definition Definition, string Name)> names = [];
        try
        {
            while (!section.AtEnd)
            {
                byte code = section.ReadByte();
                ByteReader contents = section.Take(section.ReadU32(), "a subsection of names");
                switch (code)
                {
                    case ComponentCode:
                        name = contents.ReadName();
                        break;
                    case SortCode:
                        ReadNames(ref contents, scope, names);
                        break;
                    default:
                        return false;
                }

                contents.ExpectEnd("a subsection of names");
            }
        }
        catch (WasmFormatException)
        {
            return false;
        }

        component.Name = name;
        names.ForEach(entry => entry.Definition.Name = entry.Name);
        return true;
    }

    public static bool HasNames(Component component) =>
        component.Name is not null || component.Definitions.Any(definition => definition is { Name: not null, Sort: not null });

    public static void Write(ByteWriter writer, Component component)
    {
        if (component.Name is not null)
        {
            writer.WriteByte(ComponentCode);
            int start = writer.Begin();
            writer.WriteName(component.Name);
            writer.End(start);
        }

        ILookup<Sort, Definition> bySort = component.Definitions
            .Where(definition => definition.Sort is not null)
            .ToLookup(definition => definition.Sort!.Value);
        foreach (Sort sort in Sorts.All)
        {
            List<(int Index, string Name)> names =
                [.. bySort[sort].Index().Where(entry => entry.Item.Name is not null).Select(entry => (entry.Index, entry.Item.Name!))];
            if (names.Count == 0)
            {
                continue;
            }

            writer.WriteByte(SortCode);
            int start = writer.Begin();
            SortCoding.WriteSort(writer, sort);
            writer.WriteU32((uint)names.Count);
            foreach ((int index, string name) in names)
            {
                writer.WriteU32((uint)index);
                writer.WriteName(name);
            }

            writer.End(start);
        }
    }

    private static void ReadNames(ref ByteReader reader, ReadScope scope, List<(Definition Definition, string Name)> names)
    {
        List<Definition> space = scope.Space(SortCoding.ReadSort(ref reader));
        for (int left = reader.ReadCount("names", bytesPerItem: 2); left > 0; left--)
        {
            uint index = reader.ReadU32();
            string name = reader.ReadName();
            if (index < (uint)space.Count)
            {
                names.Add((space[(int)index], name));
            }
        }
    }
}
