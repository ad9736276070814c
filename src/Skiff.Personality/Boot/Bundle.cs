namespace Skiff.Personality;

/// <summary>
/// A program that is in memory with all it needs (docs/architecture.md, "The bundle"). Whoever linked it filled the
/// memory; nothing is copied out of it.
/// </summary>
internal static unsafe class Bundle
{
    private const uint Alignment = 16;

    private static byte* _start;
    private static uint _size;

    /// <summary>Whether there is one.</summary>
    internal static bool Exists => _start != null;

    /// <summary>How many things are in it.</summary>
    private static uint Count => *(uint*)_start;

    private static BundleEntry* Entries => (BundleEntry*)(_start + sizeof(uint));

    /// <summary>Makes room for one, which the caller fills before the program starts.</summary>
    internal static byte* Allocate(uint size)
    {
        byte* memory = (byte*)Process.Allocate(size + Alignment);
        _start = memory + (Alignment - ((nuint)memory % Alignment)) % Alignment;
        _size = size;
        return _start;
    }

    /// <summary>There is none.</summary>
    internal static void Forget()
    {
        _start = null;
        _size = 0;
    }

    /// <summary>
    /// Whether what the memory holds is a bundle with a program: every entry within it, every assembly named as one.
    /// </summary>
    internal static bool IsWhole()
    {
        if (_size < sizeof(uint) || Count > (_size - sizeof(uint)) / (uint)sizeof(BundleEntry))
        {
            return false;
        }

        for (uint i = 0; i < Count; i++)
        {
            BundleEntry* entry = Entries + i;
            if (entry->Name >= _size || entry->Content > _size || entry->Size > _size - entry->Content || !IsNamed(entry))
            {
                return false;
            }
        }

        return First(BundleEntry.Assembly) != null;
    }

    /// <summary>The simple name of the program's assembly, new memory.</summary>
    internal static byte* ProgramName()
    {
        byte* name = Name(First(BundleEntry.Assembly));
        return Text.Duplicate(name, Text.Length(name) - (uint)".dll"u8.Length);
    }

    /// <summary>The first entry of a kind, or null.</summary>
    internal static BundleEntry* First(uint kind)
    {
        for (uint i = 0; i < Count; i++)
        {
            if (Entries[i].Kind == kind)
            {
                return Entries + i;
            }
        }

        return null;
    }

    /// <summary>The name of an entry.</summary>
    internal static byte* Name(BundleEntry* entry) => _start + entry->Name;

    /// <summary>The content of an entry.</summary>
    internal static byte* Content(BundleEntry* entry) => _start + entry->Content;

    /// <summary>Tells the runtime of every assembly and its symbols.</summary>
    internal static void Register()
    {
        for (uint i = 0; i < Count; i++)
        {
            BundleEntry* entry = Entries + i;
            if (entry->Kind is BundleEntry.Assembly or BundleEntry.Symbols)
            {
                _ = Runtime.AddAssembly(Name(entry), Content(entry), entry->Size);
            }
            else if (entry->Kind == BundleEntry.Satellite)
            {
                RegisterSatellite(entry);
            }
        }
    }

    private static void RegisterSatellite(BundleEntry* entry)
    {
        byte* path = Name(entry);
        uint slash = Slash(path);
        byte* culture = Text.Duplicate(path, slash);
        if (culture == null)
        {
            Process.OutOfMemory();
        }

        Runtime.AddSatelliteAssembly(path + slash + 1, culture, Content(entry), entry->Size);
        Runtime.Free(culture);
    }

    private static bool IsNamed(BundleEntry* entry)
    {
        byte* name = Name(entry);
        uint length = 0;
        while (name[length] != 0)
        {
            length++;
            if (length >= _size - entry->Name)
            {
                return false;
            }
        }

        return entry->Kind switch
        {
            BundleEntry.Assembly => Text.EndsWith(name, length, ".dll"u8),
            BundleEntry.Satellite => Text.EndsWith(name, length, ".dll"u8) && name[Slash(name)] == '/',
            BundleEntry.Symbols => Text.EndsWith(name, length, ".pdb"u8),
            _ => true,
        };
    }

    /// <summary>The position of the first slash in a text, or of its end.</summary>
    private static uint Slash(byte* text)
    {
        uint position = 0;
        while (text[position] is not (byte)'/' and not 0)
        {
            position++;
        }

        return position;
    }
}
