namespace Skiff.Personality;

/// <summary>Runtime properties: what <c>AppContext.GetData</c> knows from the start.</summary>
internal static unsafe class Properties
{
    private const uint FirstCapacity = 32;

    private static byte** _keys;
    private static byte** _values;
    private static uint _count;
    private static uint _capacity;

    /// <summary>How many there are.</summary>
    internal static uint Count => _count;

    /// <summary>Their names, NUL-terminated UTF-8.</summary>
    internal static byte** Keys => _keys;

    /// <summary>Their values, NUL-terminated UTF-8.</summary>
    internal static byte** Values => _values;

    /// <summary>Forgets them all.</summary>
    internal static void Initialize()
    {
        _keys = null;
        _values = null;
        _count = 0;
        _capacity = 0;
    }

    /// <summary>Sets one. The texts are kept, not copied.</summary>
    internal static void Set(byte* key, byte* value)
    {
        for (uint i = 0; i < _count; i++)
        {
            if (Text.Equal(_keys[i], key))
            {
                _values[i] = value;
                return;
            }
        }

        if (_count == _capacity)
        {
            _capacity = _capacity == 0 ? FirstCapacity : _capacity * 2;
            _keys = Copy(_keys);
            _values = Copy(_values);
        }

        _keys[_count] = key;
        _values[_count] = value;
        _count++;
    }

    /// <summary>The value of one, or null.</summary>
    internal static byte* Get(byte* key)
    {
        for (uint i = 0; i < _count; i++)
        {
            if (Text.Equal(_keys[i], key))
            {
                return _values[i];
            }
        }

        return null;
    }

    private static byte** Copy(byte** texts)
    {
        byte** larger = (byte**)Process.Allocate(_capacity * (uint)sizeof(byte*));
        for (uint i = 0; i < _count; i++)
        {
            larger[i] = texts[i];
        }

        Runtime.Free(texts);
        return larger;
    }
}
