using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>
/// The names of definitions (specification: component binary format, name section). A name for an index that does not
/// exist names nothing and is dropped.
/// </summary>
internal sealed class ComponentNameSection
{
    public const string SectionName = "component-name";

    private const byte ComponentCode = 0;
    private const byte SortCode = 1;

    private readonly SortedDictionary<(Sort Sort, uint Index), string> _names = [];
    private string? _component;

    private ComponentNameSection()
    {
    }

    public bool IsEmpty => _component is null && _names.Count == 0;

    /// <summary>The names that a component and its definitions have.</summary>
    public static ComponentNameSection Of(Component component)
    {
        ComponentNameSection names = new() { _component = component.Name };
        Dictionary<Sort, uint> counts = [];
        foreach (Definition definition in component.Definitions)
        {
            if (definition.Sort is not { } sort)
            {
                continue;
            }

            uint index = counts.GetValueOrDefault(sort);
            counts[sort] = index + 1;
            if (definition.Name is not null)
            {
                names._names.Add((sort, index), definition.Name);
            }
        }

        return names;
    }

    /// <summary>Reads names; null if they are malformed, which does not make the component malformed.</summary>
    public static ComponentNameSection? TryRead(ReadOnlyMemory<byte> contents)
    {
        ComponentNameSection names = new();
        ByteReader section = new(contents.Span);
        try
        {
            while (!section.AtEnd)
            {
                byte code = section.ReadByte();
                ByteReader subsection = section.Take(section.ReadU32(), "a subsection of names");
                switch (code)
                {
                    case ComponentCode:
                        names._component = subsection.ReadName();
                        break;
                    case SortCode:
                        names.ReadNames(ref subsection);
                        break;
                    default:
                        return null;
                }

                subsection.ExpectEnd("a subsection of names");
            }
        }
        catch (WasmFormatException)
        {
            return null;
        }

        return names;
    }

    /// <summary>Gives the names to a component that has just been read.</summary>
    public void Apply(Component component, ReadScope scope)
    {
        component.Name = _component;
        foreach (((Sort sort, uint index), string name) in _names)
        {
            List<Definition> space = scope.Space(sort);
            if (index < (uint)space.Count)
            {
                space[(int)index].Name = name;
            }
        }
    }

    /// <summary>Whether both say the same.</summary>
    public bool Matches(ComponentNameSection other) => _component == other._component && _names.SequenceEqual(other._names);

    public void Write(ByteWriter writer)
    {
        if (_component is not null)
        {
            writer.WriteByte(ComponentCode);
            int start = writer.Begin();
            writer.WriteName(_component);
            writer.End(start);
        }

        foreach (IGrouping<Sort, KeyValuePair<(Sort Sort, uint Index), string>> names in _names.GroupBy(entry => entry.Key.Sort))
        {
            writer.WriteByte(SortCode);
            int start = writer.Begin();
            SortCoding.WriteSort(writer, names.Key);
            writer.WriteU32((uint)names.Count());
            foreach (((_, uint index), string name) in names)
            {
                writer.WriteU32(index);
                writer.WriteName(name);
            }

            writer.End(start);
        }
    }

    private void ReadNames(ref ByteReader reader)
    {
        Sort sort = SortCoding.ReadSort(ref reader);
        for (int left = reader.ReadCount("names", bytesPerItem: 2); left > 0; left--)
        {
            _names[(sort, reader.ReadU32())] = reader.ReadName();
        }
    }
}
