using System.Text;
using Skiff.Wit.Text;

namespace Skiff.Wit.Lexing;

/// <summary>String literals, which are names of the WebAssembly text format (core specification, "Names").</summary>
internal static class StringLiteral
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value of a literal, quotation marks included, or <see langword="null"/> and what is wrong.</summary>
    public static string? Decode(string literal, out string? error)
    {
        List<byte> bytes = [];
        int i = 1;
        int end = literal.Length - 1;
        error = null;
        while (i < end)
        {
            int start = i;
            if (literal[i] != '\\')
            {
                i += char.IsHighSurrogate(literal[i]) && i + 1 < end && char.IsLowSurrogate(literal[i + 1]) ? 2 : 1;
                if (literal[start] < ' ' || literal[start] == '\x7F' || (i - start == 1 && char.IsSurrogate(literal[start])))
                {
                    error = "a string may not contain control characters; write them as `\\u{…}`";
                    return null;
                }

                bytes.AddRange(Utf8.GetBytes(literal.Substring(start, i - start)));
                continue;
            }

            i++;
            if (i < end && SimpleEscape(literal[i]) is { } simple)
            {
                bytes.Add(simple);
                i++;
            }
            else if (i + 1 < end && IsHex(literal[i]) && IsHex(literal[i + 1]))
            {
                bytes.Add(Convert.ToByte(literal.Substring(i, 2), 16));
                i += 2;
            }
            else if (i + 1 < end && literal[i] == 'u' && literal[i + 1] == '{')
            {
                int close = literal.IndexOf('}', i);
                if (close < 0 || close >= end || ParseHex(literal.Substring(i + 2, close - i - 2)) is not { } scalar)
                {
                    error = "`\\u{…}` needs the hexadecimal number of a Unicode scalar value";
                    return null;
                }

                bytes.AddRange(Utf8.GetBytes(char.ConvertFromUtf32(scalar)));
                i = close + 1;
            }
            else
            {
                error = "this escape has no meaning; a backslash is written `\\\\`";
                return null;
            }
        }

        try
        {
            return Utf8.GetString([.. bytes]);
        }
        catch (ArgumentException)
        {
            error = "the bytes of this string are not UTF-8";
            return null;
        }
    }

    /// <summary>A literal of a value, quotation marks included.</summary>
    public static string Encode(string value)
    {
        StringBuilder literal = new("\"");
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || Characters.IsForbidden(c))
            {
                literal.Append("\\u{").Append(((int)c).ToString("x")).Append('}');
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('"').ToString();
    }

    private static byte? SimpleEscape(char c) => c switch
    {
        't' => (byte)'\t',
        'n' => (byte)'\n',
        'r' => (byte)'\r',
        '"' => (byte)'"',
        '\'' => (byte)'\'',
        '\\' => (byte)'\\',
        _ => null,
    };

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    // hexnum: digits that single underscores may part.
    private static int? ParseHex(string digits)
    {
        int value = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            if (digits[i] == '_' && i > 0 && i < digits.Length - 1 && digits[i - 1] != '_')
            {
                continue;
            }

            if (!IsHex(digits[i]))
            {
                return null;
            }

            value = (value * 16) + Convert.ToInt32(digits.Substring(i, 1), 16);
            if (value > 0x10FFFF)
            {
                return null;
            }
        }

        return digits.Length == 0 || value is >= 0xD800 and <= 0xDFFF ? null : value;
    }
}
