namespace Skiff.Personality;

/// <summary>A prefix code that the lengths of its words define (RFC 1951, 3.2.2).</summary>
internal unsafe struct PrefixCode
{
    /// <summary>The most bits of a word.</summary>
    private const int LongestWord = 15;

    /// <summary>The most symbols of a code.</summary>
    internal const int MostSymbols = 288;

    private fixed ushort _wordsOfLength[LongestWord + 1];
    private fixed ushort _symbols[MostSymbols];

    /// <summary>Makes the code in which symbol <c>i</c> has a word of <c>lengths[i]</c> bits; 0 for none.</summary>
    internal void Initialize(byte* lengths, uint count)
    {
        for (int length = 0; length <= LongestWord; length++)
        {
            _wordsOfLength[length] = 0;
        }

        for (uint symbol = 0; symbol < count; symbol++)
        {
            _wordsOfLength[lengths[symbol]]++;
        }

        ushort* next = stackalloc ushort[LongestWord + 1];
        next[1] = 0;
        for (int length = 1; length < LongestWord; length++)
        {
            next[length + 1] = (ushort)(next[length] + _wordsOfLength[length]);
        }

        for (uint symbol = 0; symbol < count; symbol++)
        {
            if (lengths[symbol] != 0)
            {
                _symbols[next[lengths[symbol]]++] = (ushort)symbol;
            }
        }
    }

    /// <summary>Reads a word and returns its symbol.</summary>
    internal uint Read(BitReader* source)
    {
        // Words of one length are consecutive numbers, and the first of them follows the last shorter one.
        uint word = 0;
        uint first = 0;
        uint before = 0;
        for (int length = 1; length <= LongestWord; length++)
        {
            word |= source->Read(1);
            uint count = _wordsOfLength[length];
            if (word - first < count)
            {
                return _symbols[before + word - first];
            }

            before += count;
            first = (first + count) << 1;
            word <<= 1;
        }

        Wasm.Unreachable();
        return 0;
    }
}
