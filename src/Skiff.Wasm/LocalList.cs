using System.Collections;

namespace Skiff.Wasm;

/// <summary>
/// The declared locals of a function, kept as runs of one type as the binary format has them
/// (specification: binary format, code section), so that a few hostile bytes cannot claim much memory.
/// </summary>
public sealed class LocalList : IEnumerable<ValType>
{
    private readonly List<(ValType Type, int End)> _runs = [];

    /// <summary>How many locals are declared.</summary>
    public int Count => _runs.Count == 0 ? 0 : _runs[^1].End;

    /// <summary>The number of runs.</summary>
    internal int RunCount => _runs.Count;

    /// <summary>The type of a declared local; 0 is the first after the parameters.</summary>
    public ValType this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int low = 0;
            int high = _runs.Count - 1;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (index < _runs[middle].End)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            return _runs[low].Type;
        }
    }

    /// <summary>Declares one more local, or <paramref name="count"/> of them.</summary>
    public void Add(ValType type, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return;
        }

        int end = checked(Count + count);
        if (_runs.Count > 0 && _runs[^1].Type == type)
        {
            _runs[^1] = (type, end);
        }
        else
        {
            _runs.Add((type, end));
        }
    }

    /// <summary>Removes all declarations.</summary>
    public void Clear() => _runs.Clear();

    /// <inheritdoc/>
    public IEnumerator<ValType> GetEnumerator()
    {
        int index = 0;
        foreach ((ValType type, int end) in _runs)
        {
            for (; index < end; index++)
            {
                yield return type;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The runs: a type and how many locals have it.</summary>
    internal IEnumerable<(ValType Type, int Count)> Runs()
    {
        int start = 0;
        foreach ((ValType type, int end) in _runs)
        {
            yield return (type, end - start);
            start = end;
        }
    }

    /// <summary>Replaces the types, keeping counts.</summary>
    internal void MapTypes(Func<ValType, ValType> map)
    {
        for (int i = 0; i < _runs.Count; i++)
        {
            _runs[i] = (map(_runs[i].Type), _runs[i].End);
        }
    }
}
