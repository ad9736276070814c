using System.Diagnostics.CodeAnalysis;

namespace Skiff.Hosting.Wasi;

/// <summary>A guest's open descriptors by number. The lowest free number is given out first, as POSIX does.</summary>
internal sealed class DescriptorTable : IDisposable
{
    private readonly List<Descriptor?> _slots = [];

    /// <summary>The descriptor under a number.</summary>
    public bool TryGet(uint number, [NotNullWhen(true)] out Descriptor? descriptor)
    {
        descriptor = number < (uint)_slots.Count ? _slots[(int)number] : null;
        return descriptor is not null;
    }

    /// <summary>Puts a descriptor under a free number.</summary>
    public void Add(uint number, Descriptor descriptor)
    {
        while ((uint)_slots.Count <= number)
        {
            _slots.Add(null);
        }

        _slots[(int)number] = descriptor;
    }

    /// <summary>Puts a descriptor under the lowest free number, which it returns.</summary>
    public uint Add(Descriptor descriptor)
    {
        int slot = _slots.IndexOf(null);
        if (slot < 0)
        {
            slot = _slots.Count;
        }

        Add((uint)slot, descriptor);
        return (uint)slot;
    }

    /// <summary>Takes a descriptor out without closing it.</summary>
    public bool Remove(uint number, [NotNullWhen(true)] out Descriptor? descriptor)
    {
        if (!TryGet(number, out descriptor))
        {
            return false;
        }

        _slots[(int)number] = null;
        return true;
    }

    public void Dispose()
    {
        foreach (Descriptor? descriptor in _slots)
        {
            descriptor?.Dispose();
        }

        _slots.Clear();
    }
}
