namespace Skiff.Personality;

/// <summary>
/// Reads JSON (RFC 8259) one piece at a time. Once a reader has an error every call returns at once, so that a caller may
/// look at the end.
/// </summary>
internal static unsafe class Json
{
    /// <summary>Values nested deeper are refused: nothing that is meant nests so deep, and the stack ends somewhere.</summary>
    private const int DeepestNesting = 64;

    /// <summary>A reader at the start of a text; a byte order mark is passed over.</summary>
    internal static void Initialize(JsonReader* reader, byte* text, uint length)
    {
        reader->Text = text;
        reader->Length = length;
        reader->Position = length >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3u : 0;
        reader->Error = null;
    }

    /// <summary>Notes an error at the present position, unless there is one.</summary>
    internal static void Fail(JsonReader* reader, ReadOnlySpan<byte> error)
    {
        if (reader->Error == null)
        {
            reader->Error = Text.Of(error);
        }
    }

    /// <summary>The next byte after white space, or 0 at the end and after an error.</summary>
    internal static byte Peek(JsonReader* reader)
    {
        while (reader->Position < reader->Length && reader->Text[reader->Position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            reader->Position++;
        }

        return Current(reader);
    }

    /// <summary>Passes over a byte that is there; false, and nothing else, when it is not.</summary>
    internal static bool Take(JsonReader* reader, byte expected)
    {
        if (Peek(reader) != expected || expected == 0)
        {
            return false;
        }

        reader->Position++;
        return true;
    }

    /// <summary>Passes over a byte that must be there.</summary>
    internal static bool Expect(JsonReader* reader, byte expected, ReadOnlySpan<byte> error)
    {
        if (Take(reader, expected))
        {
            return true;
        }

        Fail(reader, error);
        return false;
    }

    /// <summary>Fails unless only white space is left.</summary>
    internal static void ExpectEnd(JsonReader* reader)
    {
        _ = Peek(reader);
        if (reader->Position < reader->Length)
        {
            Fail(reader, "there is something after the end"u8);
        }
    }

    /// <summary>A string as new, NUL-terminated UTF-8; null on an error.</summary>
    internal static byte* ReadString(JsonReader* reader)
    {
        if (!Expect(reader, (byte)'"', "a string is missing"u8))
        {
            return null;
        }

        // Decoded text is never longer than what it is written as.
        byte* result = (byte*)Process.Allocate(reader->Length - reader->Position + 1);
        uint length = 0;
        while (reader->Error == null)
        {
            byte character = Current(reader);
            if (character == '"')
            {
                reader->Position++;
                result[length] = 0;
                return result;
            }

            if (character < ' ')
            {
                Fail(reader, reader->Position < reader->Length ? "a control character is in a string"u8 : "a string has no end"u8);
            }
            else if (character == '\\')
            {
                reader->Position++;
                length += Escape(reader, result + length);
            }
            else
            {
                result[length++] = character;
                reader->Position++;
            }
        }

        Runtime.Free(result);
        return null;
    }

    /// <summary>Passes over one value of any kind.</summary>
    internal static void Skip(JsonReader* reader) => Skip(reader, 0);

    /// <summary>A string's text, or a number's, <c>true</c>'s or <c>false</c>'s own; null for anything else or on an error.</summary>
    internal static byte* ReadScalar(JsonReader* reader)
    {
        byte first = Peek(reader);
        if (first == '"')
        {
            return ReadString(reader);
        }

        if (first is (byte)'{' or (byte)'[' or (byte)'n')
        {
            Fail(reader, "a string, a number, true or false is missing"u8);
            return null;
        }

        uint start = reader->Position;
        Skip(reader, 0);
        return reader->Error == null ? Text.Duplicate(reader->Text + start, reader->Position - start) : null;
    }

    private static void Skip(JsonReader* reader, int depth)
    {
        if (depth > DeepestNesting)
        {
            Fail(reader, "values are nested too deep"u8);
            return;
        }

        switch ((char)Peek(reader))
        {
            case '{':
                SkipObject(reader, depth);
                break;
            case '[':
                SkipArray(reader, depth);
                break;
            case '"':
                Runtime.Free(ReadString(reader));
                break;
            case 't':
                Word(reader, "true"u8);
                break;
            case 'f':
                Word(reader, "false"u8);
                break;
            case 'n':
                Word(reader, "null"u8);
                break;
            default:
                SkipNumber(reader);
                break;
        }
    }

    private static void SkipObject(JsonReader* reader, int depth)
    {
        reader->Position++;
        if (Take(reader, (byte)'}'))
        {
            return;
        }

        do
        {
            Runtime.Free(ReadString(reader));
            _ = Expect(reader, (byte)':', "a colon is missing"u8);
            Skip(reader, depth + 1);
        }
        while (Take(reader, (byte)','));
        _ = Expect(reader, (byte)'}', "a comma or a closing brace is missing"u8);
    }

    private static void SkipArray(JsonReader* reader, int depth)
    {
        reader->Position++;
        if (Take(reader, (byte)']'))
        {
            return;
        }

        do
        {
            Skip(reader, depth + 1);
        }
        while (Take(reader, (byte)','));
        _ = Expect(reader, (byte)']', "a comma or a closing bracket is missing"u8);
    }

    private static void SkipNumber(JsonReader* reader)
    {
        if (Current(reader) == '-')
        {
            reader->Position++;
        }

        bool leadingZero = Current(reader) == '0';
        uint count = Digits(reader);
        if (count == 0 || (leadingZero && count > 1))
        {
            Fail(reader, "a value is missing"u8);
            return;
        }

        if (Current(reader) == '.')
        {
            reader->Position++;
            if (Digits(reader) == 0)
            {
                Fail(reader, "a digit is missing"u8);
            }
        }

        if (Current(reader) is (byte)'e' or (byte)'E')
        {
            reader->Position++;
            if (Current(reader) is (byte)'+' or (byte)'-')
            {
                reader->Position++;
            }

            if (Digits(reader) == 0)
            {
                Fail(reader, "a digit is missing"u8);
            }
        }
    }

    private static uint Digits(JsonReader* reader)
    {
        uint start = reader->Position;
        while (Current(reader) is >= (byte)'0' and <= (byte)'9')
        {
            reader->Position++;
        }

        return reader->Position - start;
    }

    private static void Word(JsonReader* reader, ReadOnlySpan<byte> word)
    {
        uint length = (uint)word.Length;
        if (reader->Length - reader->Position < length || !Text.Equal(reader->Text + reader->Position, Text.Of(word), length))
        {
            Fail(reader, "a value is missing"u8);
            return;
        }

        reader->Position += length;
    }

    /// <summary>Decodes what follows a backslash; the number of bytes written.</summary>
    private static uint Escape(JsonReader* reader, byte* result)
    {
        byte character = Current(reader);
        reader->Position++;
        switch ((char)character)
        {
            case '"' or '\\' or '/': *result = character; return 1;
            case 'b': *result = (byte)'\b'; return 1;
            case 'f': *result = (byte)'\f'; return 1;
            case 'n': *result = (byte)'\n'; return 1;
            case 'r': *result = (byte)'\r'; return 1;
            case 't': *result = (byte)'\t'; return 1;
            case 'u': return Encode(reader, CodePoint(reader), result);
            default:
                Fail(reader, "an escape in a string is unknown"u8);
                return 0;
        }
    }

    /// <summary>The code point of a <c>\u</c> escape, or of two that are a surrogate pair.</summary>
    private static uint CodePoint(JsonReader* reader)
    {
        uint unit = CodeUnit(reader);
        if (unit is < 0xD800 or > 0xDFFF)
        {
            return unit;
        }

        if (unit < 0xDC00 && Current(reader) == '\\')
        {
            reader->Position++;
            if (Current(reader) == 'u')
            {
                reader->Position++;
                uint low = CodeUnit(reader);
                if (low is >= 0xDC00 and <= 0xDFFF)
                {
                    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                }
            }
        }

        Fail(reader, "half of a surrogate pair is in a string"u8);
        return 0;
    }

    private static uint CodeUnit(JsonReader* reader)
    {
        uint unit = 0;
        for (int i = 0; i < 4; i++)
        {
            byte digit = Current(reader);
            int value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (value < 0)
            {
                Fail(reader, "a hexadecimal digit is missing"u8);
                return 0;
            }

            unit = (unit << 4) | (uint)value;
            reader->Position++;
        }

        return unit;
    }

    private static uint Encode(JsonReader* reader, uint codePoint, byte* result)
    {
        if (codePoint == 0)
        {
            Fail(reader, "a NUL is in a string"u8);
            return 0;
        }

        if (codePoint < 0x80)
        {
            result[0] = (byte)codePoint;
            return 1;
        }

        if (codePoint < 0x800)
        {
            result[0] = (byte)(0xC0 | (codePoint >> 6));
            result[1] = (byte)(0x80 | (codePoint & 0x3F));
            return 2;
        }

        if (codePoint < 0x10000)
        {
            result[0] = (byte)(0xE0 | (codePoint >> 12));
            result[1] = (byte)(0x80 | ((codePoint >> 6) & 0x3F));
            result[2] = (byte)(0x80 | (codePoint & 0x3F));
            return 3;
        }

        result[0] = (byte)(0xF0 | (codePoint >> 18));
        result[1] = (byte)(0x80 | ((codePoint >> 12) & 0x3F));
        result[2] = (byte)(0x80 | ((codePoint >> 6) & 0x3F));
        result[3] = (byte)(0x80 | (codePoint & 0x3F));
        return 4;
    }

    /// <summary>The next byte, or 0 at the end and after an error.</summary>
    private static byte Current(JsonReader* reader) =>
        reader->Error == null && reader->Position < reader->Length ? reader->Text[reader->Position] : (byte)0;
}
