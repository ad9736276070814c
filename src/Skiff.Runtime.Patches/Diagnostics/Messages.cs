using System.Reflection;
using System.Runtime.CompilerServices;

namespace Skiff.Runtime;

/// <summary>
/// Finds the messages of the base class library's assemblies in their resources (<c>.resources</c>, version 2). It is what
/// a <see cref="System.Resources.ResourceManager"/> does for texts that are in one language only, without all that one can
/// do beside: an exception would bring formats of resources, serialization and time zones into every program.
/// </summary>
[AddTo(Bcl.CoreLib)]
public static unsafe class Messages
{
    private const uint Magic = 0xBEEFCACE;
    private const int Version = 2;
    private const uint Text = 1;

    /// <summary>Finds a message of an assembly.</summary>
    /// <param name="messages">The type that the resource is named after.</param>
    /// <param name="key">The message's name.</param>
    /// <returns>The message; null when there is none of that name.</returns>
    public static string? Find(Type messages, string key) =>
        Find((RuntimeAssembly)messages.Assembly, $"{messages.FullName}.resources", key);

    /// <summary>Finds a message in a resource.</summary>
    internal static string? Find(RuntimeAssembly assembly, string resource, string key)
    {
        Module? module = null;
        byte* file = (byte*)RuntimeAssembly.GetManifestResourceInternal(
            new QCallAssembly(ref assembly), resource, out _, ObjectHandleOnStack.Create(ref module));
        return file == null ? null : Find(file, key);
    }

    private static string? Find(byte* file, string key)
    {
        byte* position = file + 12 + Number(file + 8);
        if ((uint)Number(file) != Magic || Number(position) != Version)
        {
            return null;
        }

        int count = Number(position + 4);
        int types = Number(position + 8);
        position += 12;
        for (int i = 0; i < types; i++)
        {
            uint length = Length(ref position);
            position += length;
        }

        byte* hashes = file + ((position - file + 7) & ~7);
        byte* places = hashes + (count * sizeof(int));
        byte* names = places + (count * sizeof(int)) + sizeof(int);
        byte* texts = file + Number(names - sizeof(int));
        int hash = Hash(key);
        for (int i = First(hashes, count, hash); i < count && Number(hashes + (i * sizeof(int))) == hash; i++)
        {
            byte* name = names + Number(places + (i * sizeof(int)));
            uint length = Length(ref name);
            if (new ReadOnlySpan<char>(name, (int)length / sizeof(char)).SequenceEqual(key))
            {
                byte* text = texts + Number(name + length);
                if (Length(ref text) != Text)
                {
                    return null;
                }

                int size = (int)Length(ref text);
                return System.Text.Encoding.UTF8.GetString(text, size);
            }
        }

        return null;
    }

    /// <summary>The first of the ascending hashes that is not less.</summary>
    private static int First(byte* hashes, int count, int hash)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Number(hashes + (middle * sizeof(int))) < hash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int Hash(string key)
    {
        uint hash = 5381;
        foreach (char c in key)
        {
            hash = ((hash << 5) + hash) ^ c;
        }

        return (int)hash;
    }

    private static int Number(byte* at) => Unsafe.ReadUnaligned<int>(at);

    /// <summary>Reads a number of seven bits in each byte, the lowest first.</summary>
    private static uint Length(ref byte* position)
    {
        uint value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = *position++;
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
