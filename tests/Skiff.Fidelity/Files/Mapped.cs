using System.IO.MemoryMappedFiles;

namespace Skiff.Fidelity.Files;

public static class Mapped
{
    [Program]
    public static void ReadAFile()
    {
        File.WriteAllText("m", "memory mapped content");
        using MemoryMappedFile map = MemoryMappedFile.CreateFromFile("m", FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using MemoryMappedViewAccessor view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        WriteLine((char)view.ReadByte(7));
        byte[] bytes = new byte[6];
        WriteLine(view.ReadArray(0, bytes, 0, 6));
        WriteLine(Encoding.ASCII.GetString(bytes));
        using MemoryMappedViewStream stream = map.CreateViewStream(14, 7, MemoryMappedFileAccess.Read);
        using StreamReader reader = new(stream);
        WriteLine(reader.ReadToEnd().TrimEnd('\0'));
    }

    [Program]
    public static void WriteAFile()
    {
        using (MemoryMappedFile map = MemoryMappedFile.CreateFromFile("m", FileMode.Create, null, 100))
        {
            using MemoryMappedViewAccessor view = map.CreateViewAccessor();
            view.Write(0, 0x01020304);
            view.Write(50, 1.5);
            WriteLine($"{view.ReadInt32(0):x} {view.ReadDouble(50)}");
            view.Flush();
        }

        byte[] bytes = File.ReadAllBytes("m");
        WriteLine($"{bytes.Length} {Convert.ToHexString(bytes.AsSpan(0, 4))} {BitConverter.ToDouble(bytes, 50)}");
    }

    [Program]
    public static void Anonymous()
    {
        using MemoryMappedFile map = MemoryMappedFile.CreateNew(null, 4096);
        using MemoryMappedViewAccessor first = map.CreateViewAccessor();
        first.Write(10, 42L);
        WriteLine(first.ReadInt64(10));
    }
}
