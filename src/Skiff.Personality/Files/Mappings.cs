namespace Skiff.Personality;

/// <summary>The shared, writable mappings: each keeps its file open.</summary>
internal static unsafe class Mappings
{
    private static SharedMapping* _first;

    /// <summary>Forgets them all.</summary>
    internal static void Initialize() => _first = null;

    /// <summary>Adds one. False when there is no memory.</summary>
    internal static bool Add(byte* address, OpenFile* file)
    {
        SharedMapping* mapping = (SharedMapping*)Runtime.Allocate((uint)sizeof(SharedMapping));
        if (mapping == null)
        {
            return false;
        }

        file->References++;
        mapping->Address = address;
        mapping->File = file;
        mapping->Next = _first;
        _first = mapping;
        return true;
    }

    /// <summary>The file that is mapped at an address, or null.</summary>
    internal static OpenFile* File(byte* address)
    {
        SharedMapping* mapping = _first;
        while (mapping != null && mapping->Address != address)
        {
            mapping = mapping->Next;
        }

        return mapping == null ? null : mapping->File;
    }

    /// <summary>Removes the mapping at an address, if there is one.</summary>
    internal static void Remove(byte* address)
    {
        SharedMapping* previous = null;
        SharedMapping* mapping = _first;
        while (mapping != null && mapping->Address != address)
        {
            previous = mapping;
            mapping = mapping->Next;
        }

        if (mapping == null)
        {
            return;
        }

        if (previous == null)
        {
            _first = mapping->Next;
        }
        else
        {
            previous->Next = mapping->Next;
        }

        _ = Descriptors.Release(mapping->File);
        Runtime.Free(mapping);
    }
}
