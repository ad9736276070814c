using System.Buffers.Binary;
using System.Text;

namespace Skiff.Linker.Program;

/// <summary>A file of string resources (<c>.resources</c>, version 2), whose entries can be made zero.</summary>
internal static class MessageTable
{
    private const uint Magic = 0xBEEFCACE;
    private const int Version = 2;
    private const int StringType = 1;

    /// <summary>
    /// Makes names and texts zero that are not used. Who looks a name up finds it by its hash, and those stay; so all
    /// others are found as before.
    /// </summary>
    /// <param name="file">The file; its texts become zeros in place.</param>
    /// <param name="isUsed">Whether a name is used.</param>
    /// <returns>How many texts were cleared; 0 for a file of another form, which is left as it is.</returns>
    public static int Clear(Span<byte> file, Func<string, bool> isUsed)
    {
        if (file.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
        {
            return 0;
        }

        int position = 12 + Int32(file, 8);
        if (Int32(file, position) != Version)
        {
            return 0;
        }

        int count = Int32(file, position + 4);
        int types = Int32(file, position + 8);
        position += 12;
        for (int i = 0; i < types; i++)
        {
            int length = Length(file, ref position);
            position += length;
        }

        position = (position + 7) & ~7;
        int namePositions = position + (count * sizeof(int));
        int names = namePositions + (count * sizeof(int)) + sizeof(int);
        int data = Int32(file, names - sizeof(int));
        int cleared = 0;
        for (int i = 0; i < count; i++)
        {
            int start = names + Int32(file, namePositions + (i * sizeof(int)));
            int at = start;
            int length = Length(file, ref at);
            string name = Encoding.Unicode.GetString(file.Slice(at, length));
            int value = data + Int32(file, at + length);
            int text = value;
            if (Length(file, ref text) != StringType || isUsed(name))
            {
                continue;
            }

            int size = Length(file, ref text);
            file[value..(text + size)].Clear();
            file[start..(at + length + sizeof(int))].Clear();
            cleared++;
        }

        return cleared;
    }

    private static int Int32(ReadOnlySpan<byte> file, int position) => BinaryPrimitives.ReadInt32LittleEndian(file[position..]);

    private static int Length(ReadOnlySpan<byte> file, ref int position)
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = file[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
