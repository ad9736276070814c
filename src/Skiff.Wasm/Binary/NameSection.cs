using System.Runtime.InteropServices;

namespace Skiff.Wasm.Binary;

/// <summary>
/// The names of items (specification: appendix, name section, with the extended name section's further subsections).
/// A name for an index that does not exist names nothing and is dropped.
/// </summary>
internal static class NameSection
{
    public const string Name = "name";

    private enum Subsection : byte
    {
        Module = 0,
        Functions = 1,
        Locals = 2,
        Labels = 3,
        Types = 4,
        Tables = 5,
        Memories = 6,
        Globals = 7,
        ElementSegments = 8,
        DataSegments = 9,
        Fields = 10,
        Tags = 11,
    }

    public static void Read(ref ByteReader reader, Module module)
    {
        while (!reader.AtEnd)
        {
            byte id = reader.ReadByte();
            ByteReader names = reader.Take(reader.ReadU32(), "a subsection of names");
            switch ((Subsection)id)
            {
                case Subsection.Module:
                    module.Name = names.ReadName();
                    break;
                case Subsection.Functions:
                    ReadNames(ref names, module.Functions, (function, name) => function.Name = name);
                    break;
                case Subsection.Locals:
                    ReadIndirectNames(ref names, module.Functions, function => function.LocalNames = [], (function, index, name) => function.LocalNames![index] = name);
                    break;
                case Subsection.Labels:
                    ReadIndirectNames(ref names, module.Functions, function => function.LabelNames = [], (function, index, name) => function.LabelNames![index] = name);
                    break;
                case Subsection.Types:
                    ReadNames(ref names, module.Types, (type, name) => type.Name = name);
                    break;
                case Subsection.Tables:
                    ReadNames(ref names, module.Tables, (table, name) => table.Name = name);
                    break;
                case Subsection.Memories:
                    ReadNames(ref names, module.Memories, (memory, name) => memory.Name = name);
                    break;
                case Subsection.Globals:
                    ReadNames(ref names, module.Globals, (global, name) => global.Name = name);
                    break;
                case Subsection.ElementSegments:
                    ReadNames(ref names, module.ElementSegments, (segment, name) => segment.Name = name);
                    break;
                case Subsection.DataSegments:
                    ReadNames(ref names, module.DataSegments, (segment, name) => segment.Name = name);
                    break;
                case Subsection.Fields:
                    ReadIndirectNames(ref names, module.Types, _ => { }, NameField);
                    break;
                case Subsection.Tags:
                    ReadNames(ref names, module.Tags, (tag, name) => tag.Name = name);
                    break;
                default:
                    // A subsection of a later specification.
                    continue;
            }

            names.ExpectEnd("a subsection of names");
        }
    }

    /// <summary>Writes the subsections; false if there is no name at all.</summary>
    public static bool Write(ByteWriter writer, ModuleEncoder encoder)
    {
        int start = writer.Length;
        if (encoder.Module.Name is { } moduleName)
        {
            int subsection = Begin(writer, Subsection.Module);
            writer.WriteName(moduleName);
            writer.End(subsection);
        }

        WriteNames(writer, Subsection.Functions, encoder.Functions.All, function => function.Name);
        WriteIndirectNames(writer, Subsection.Locals, encoder.Functions.All, function => function.LocalNames);
        WriteIndirectNames(writer, Subsection.Labels, encoder.Functions.All, function => function.LabelNames);
        WriteNames(writer, Subsection.Types, encoder.Types.All, type => type.Name);
        WriteNames(writer, Subsection.Tables, encoder.Tables.All, table => table.Name);
        WriteNames(writer, Subsection.Memories, encoder.Memories.All, memory => memory.Name);
        WriteNames(writer, Subsection.Globals, encoder.Globals.All, global => global.Name);
        WriteNames(writer, Subsection.ElementSegments, encoder.ElementSegments.All, segment => segment.Name);
        WriteNames(writer, Subsection.DataSegments, encoder.DataSegments.All, segment => segment.Name);
        WriteIndirectNames(writer, Subsection.Fields, encoder.Types.All, FieldNames);
        WriteNames(writer, Subsection.Tags, encoder.Tags.All, tag => tag.Name);
        return writer.Length > start;
    }

    private static void ReadNames<T>(ref ByteReader reader, List<T> items, Action<T, string> name)
    {
        int count = reader.ReadCount("names", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            uint index = reader.ReadU32();
            string text = reader.ReadName();
            if (index < (uint)items.Count)
            {
                name(items[(int)index], text);
            }
        }
    }

    private static void ReadIndirectNames<T>(
        ref ByteReader reader, List<T> items, Action<T> begin, Action<T, uint, string> name)
        where T : class
    {
        int count = reader.ReadCount("lists of names", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            uint index = reader.ReadU32();
            T? item = index < (uint)items.Count ? items[(int)index] : null;
            if (item is not null)
            {
                begin(item);
            }

            int names = reader.ReadCount("names", bytesPerItem: 2);
            for (int j = 0; j < names; j++)
            {
                uint inner = reader.ReadU32();
                string text = reader.ReadName();
                if (item is not null)
                {
                    name(item, inner, text);
                }
            }
        }
    }

    private static void NameField(DefinedType type, uint index, string name)
    {
        if (type is StructType structure && index < (uint)structure.Fields.Count)
        {
            CollectionsMarshal.AsSpan(structure.Fields)[(int)index] = structure.Fields[(int)index] with { Name = name };
        }
    }

    private static SortedDictionary<uint, string>? FieldNames(DefinedType type)
    {
        if (type is not StructType structure || !structure.Fields.Exists(field => field.Name is not null))
        {
            return null;
        }

        SortedDictionary<uint, string> names = [];
        for (int i = 0; i < structure.Fields.Count; i++)
        {
            if (structure.Fields[i].Name is { } name)
            {
                names.Add((uint)i, name);
            }
        }

        return names;
    }

    private static int Begin(ByteWriter writer, Subsection id)
    {
        writer.WriteByte((byte)id);
        return writer.Begin();
    }

    private static void WriteNames<T>(ByteWriter writer, Subsection id, IEnumerable<T> items, Func<T, string?> name)
    {
        List<(uint Index, string Name)> named = Named(items, name);
        if (named.Count == 0)
        {
            return;
        }

        int start = Begin(writer, id);
        writer.WriteU32((uint)named.Count);
        foreach ((uint index, string text) in named)
        {
            writer.WriteU32(index);
            writer.WriteName(text);
        }

        writer.End(start);
    }

    private static void WriteIndirectNames<T>(
        ByteWriter writer, Subsection id, IEnumerable<T> items, Func<T, SortedDictionary<uint, string>?> names)
    {
        List<(uint Index, SortedDictionary<uint, string> Names)> named =
            Named(items, item => names(item) is { Count: > 0 } inner ? inner : null);
        if (named.Count == 0)
        {
            return;
        }

        int start = Begin(writer, id);
        writer.WriteU32((uint)named.Count);
        foreach ((uint index, SortedDictionary<uint, string> inner) in named)
        {
            writer.WriteU32(index);
            writer.WriteU32((uint)inner.Count);
            foreach ((uint innerIndex, string text) in inner)
            {
                writer.WriteU32(innerIndex);
                writer.WriteName(text);
            }
        }

        writer.End(start);
    }

    private static List<(uint Index, TName Name)> Named<T, TName>(IEnumerable<T> items, Func<T, TName?> name)
        where TName : class
    {
        List<(uint, TName)> named = [];
        uint index = 0;
        foreach (T item in items)
        {
            if (name(item) is { } found)
            {
                named.Add((index, found));
            }

            index++;
        }

        return named;
    }
}
