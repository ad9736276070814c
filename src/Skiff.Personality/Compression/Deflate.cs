namespace Skiff.Personality;

/// <summary>Decompresses what is compressed by DEFLATE (RFC 1951). Data that is not so traps: it is of this module.</summary>
internal static unsafe class Deflate
{
    private const uint EndOfBlock = 256;
    private const int LiteralSymbols = 288;
    private const int DistanceSymbols = 30;

    private static ReadOnlySpan<ushort> LengthBases =>
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static ReadOnlySpan<byte> LengthBits => [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static ReadOnlySpan<ushort> DistanceBases =>
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    private static ReadOnlySpan<byte> DistanceBits =>
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    /// <summary>The order in which the lengths of the words for lengths are given.</summary>
    private static ReadOnlySpan<byte> Order => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>Decompresses to memory that has room for it and returns the address behind the last byte.</summary>
    internal static byte* Decompress(byte* source, byte* target)
    {
        BitReader reader = default;
        reader.Initialize(source);
        uint last;
        do
        {
            last = reader.Read(1);
            uint kind = reader.Read(2);
            if (kind == 0)
            {
                target = CopyStored(&reader, target);
                continue;
            }

            PrefixCode literals;
            PrefixCode distances;
            if (kind == 1)
            {
                SetFixed(&literals, &distances);
            }
            else
            {
                ReadCodes(&reader, &literals, &distances);
            }

            target = DecompressBlock(&reader, &literals, &distances, target);
        }
        while (last == 0);

        return target;
    }

    private static byte* CopyStored(BitReader* reader, byte* target)
    {
        byte* source = reader->Align();
        uint size = source[0] | (uint)source[1] << 8;
        Text.Copy(target, source + 4, size);
        reader->Initialize(source + 4 + size);
        return target + size;
    }

    private static void SetFixed(PrefixCode* literals, PrefixCode* distances)
    {
        byte* lengths = stackalloc byte[LiteralSymbols];
        for (uint i = 0; i < LiteralSymbols; i++)
        {
            lengths[i] = (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        }

        literals->Initialize(lengths, LiteralSymbols);
        for (uint i = 0; i < DistanceSymbols; i++)
        {
            lengths[i] = 5;
        }

        distances->Initialize(lengths, DistanceSymbols);
    }

    private static void ReadCodes(BitReader* reader, PrefixCode* literals, PrefixCode* distances)
    {
        uint literalCount = reader->Read(5) + 257;
        uint distanceCount = reader->Read(5) + 1;
        uint orderCount = reader->Read(4) + 4;
        byte* lengths = stackalloc byte[320];
        Text.Clear(lengths, 320);
        for (uint i = 0; i < orderCount; i++)
        {
            lengths[Order[(int)i]] = (byte)reader->Read(3);
        }

        PrefixCode code;
        code.Initialize(lengths, (uint)Order.Length);
        uint position = 0;
        while (position < literalCount + distanceCount)
        {
            uint symbol = code.Read(reader);
            if (symbol < 16)
            {
                lengths[position++] = (byte)symbol;
                continue;
            }

            byte repeated = symbol == 16 ? lengths[position - 1] : (byte)0;
            uint times = symbol == 16 ? reader->Read(2) + 3 : symbol == 17 ? reader->Read(3) + 3 : reader->Read(7) + 11;
            if (times > literalCount + distanceCount - position)
            {
                Wasm.Unreachable();
            }

            for (; times > 0; times--)
            {
                lengths[position++] = repeated;
            }
        }

        literals->Initialize(lengths, literalCount);
        distances->Initialize(lengths + literalCount, distanceCount);
    }

    private static byte* DecompressBlock(BitReader* reader, PrefixCode* literals, PrefixCode* distances, byte* target)
    {
        for (uint symbol = literals->Read(reader); symbol != EndOfBlock; symbol = literals->Read(reader))
        {
            if (symbol < EndOfBlock)
            {
                *target++ = (byte)symbol;
                continue;
            }

            int lengthSymbol = (int)(symbol - EndOfBlock - 1);
            uint length = LengthBases[lengthSymbol] + reader->Read(LengthBits[lengthSymbol]);
            int distanceSymbol = (int)distances->Read(reader);
            uint distance = DistanceBases[distanceSymbol] + reader->Read(DistanceBits[distanceSymbol]);
            for (; length > 0; length--, target++)
            {
                *target = *(target - distance);
            }
        }

        return target;
    }
}
