using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// The runtime's time zone data. It is compressed in the module, and in memory once a program has asked for some
/// (docs/architecture.md, "Time zones").
/// </summary>
internal static unsafe class ZoneData
{
    /// <summary>Where the files would be, and all of their names begin.</summary>
    private static ReadOnlySpan<byte> Directory => "/usr/share/zoneinfo/"u8;

    /// <summary>
    /// A record for every file, one behind the other: its size, its names in that directory, each with a NUL, an empty
    /// name, and the file. Null before one is needed.
    /// </summary>
    private static byte* _records;
    private static byte* _end;

    /// <summary><c>SystemNative_GetTimeZoneData</c>: a file of time zone data by its path, or null.</summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.SystemNative_GetTimeZoneData")]
    internal static byte* Get(byte* path, int* length)
    {
        uint size = 0;
        uint prefix = (uint)Directory.Length;
        byte* file = Text.Equal(path, Text.Of(Directory), prefix) ? Find(path + prefix, &size) : null;
        *length = (int)size;
        return file;
    }

    /// <summary>
    /// <c>g_getenv</c>, by which the runtime asks whether to make a table of the files. There is none to make.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.monoeg_g_getenv")]
    internal static byte* GetVariable(byte* name) =>
        Text.Equal(name, Text.Of("DOTNET_SYSTEM_TIMEZONE_INVARIANT"u8)) ? Text.Duplicate(Text.Of("1"u8), 1) : Runtime.GetVariable(name);

    private static byte* Find(byte* searched, uint* size)
    {
        if (_records == null)
        {
            Load();
        }

        for (byte* record = _records; record < _end;)
        {
            *size = Unsafe.ReadUnaligned<uint>(record);
            bool found = false;
            byte* name = record + sizeof(uint);
            while (*name != 0)
            {
                found |= Text.Equal(name, searched);
                name += Text.Length(name) + 1;
            }

            if (found)
            {
                return name + 1;
            }

            record = name + 1 + *size;
        }

        *size = 0;
        return null;
    }

    private static void Load()
    {
        byte* compressed = (byte*)Process.Allocate(Runtime.ZoneDataCompressedSize());
        Runtime.CopyZoneData(compressed);
        byte* records = (byte*)Process.Allocate(Runtime.ZoneDataSize());
        _end = Deflate.Decompress(compressed, records);
        Runtime.Free(compressed);
        for (byte* record = records; record < _end;)
        {
            uint size = Unsafe.ReadUnaligned<uint>(record);
            byte* name = record + sizeof(uint);
            while (*name != 0)
            {
                name += Text.Length(name) + 1;
            }

            ZoneFile.Restore(name + 1, size);
            record = name + 1 + size;
        }

        _records = records;
    }
}
