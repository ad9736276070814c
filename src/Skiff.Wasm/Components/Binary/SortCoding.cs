using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Sorts, and definitions named with their sort (specification: component binary format, <c>sort</c>, <c>sortidx</c>).</summary>
internal static class SortCoding
{
    private const byte CorePrefix = 0x00;

    public static Sort ReadSort(ref ByteReader reader)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        if (code == CorePrefix)
        {
            return ReadCoreSort(ref reader);
        }

        return Sorts.FromCode(code) ?? throw reader.Error($"0x{code:X2} is not a sort", start);
    }

    public static Sort ReadCoreSort(ref ByteReader reader)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        return Sorts.FromCoreCode(code) ?? throw reader.Error($"0x{code:X2} is not a core sort", start);
    }

    /// <summary>Reads the sort of an import, export or argument: all of the component level, and core modules.</summary>
    public static Sort ReadExternSort(ref ByteReader reader)
    {
        int start = reader.Position;
        Sort sort = ReadSort(ref reader);
        return !sort.IsCore() || sort == Sort.CoreModule
            ? sort
            : throw reader.Error($"a {sort.Text()} cannot be imported, exported or passed", start);
    }

    /// <summary>Reads a definition that can be exported or passed.</summary>
    public static Definition ReadExtern(ref ByteReader reader, ReadScope scope) =>
        scope.Read(ref reader, ReadExternSort(ref reader));

    public static void WriteSort(ByteWriter writer, Sort sort)
    {
        if (sort.IsCore())
        {
            writer.WriteByte(CorePrefix);
        }

        writer.WriteByte(sort.Code());
    }

    /// <summary>Writes a definition that can be exported or passed.</summary>
    public static void WriteExtern(ByteWriter writer, Definition item, object user, WriteScope scope)
    {
        if (item.Sort is not { } sort || (sort.IsCore() && sort != Sort.CoreModule))
        {
            throw new InvalidOperationException($"The {user} names the {item}, which cannot be imported, exported or passed.");
        }

        WriteSort(writer, sort);
        writer.WriteU32(scope.IndexOf(item, sort, user));
    }
}
