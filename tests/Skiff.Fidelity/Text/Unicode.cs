using System.Buffers;
using System.Text.Unicode;

namespace Skiff.Fidelity.Text;

public static class Unicode
{
    [Program]
    public static void Runes()
    {
        foreach (Rune rune in "aß😀\u0301Ω\ud800x".EnumerateRunes())
        {
            WriteLine($"{rune.Value:x} {rune.Utf16SequenceLength} {rune.Utf8SequenceLength} {Rune.GetUnicodeCategory(rune)} {Rune.IsLetter(rune)} {Rune.ToUpperInvariant(rune)} {rune.Plane} {rune.IsBmp}");
        }

        WriteLine($"{Rune.TryCreate(0xd800, out _)} {Rune.TryCreate('\ud83d', '\ude00', out Rune smile)} {smile} {Rune.DecodeFromUtf8([0xf0, 0x9f], out Rune bad, out int used)} {bad.Value:x} {used}");
        WriteLine($"{new Rune('a') < new Rune('b')} {Rune.GetRuneAt("x😀", 1).Value:x} {char.ConvertFromUtf32(0x1f600)} {char.ConvertToUtf32("😀", 0):x} {char.IsSurrogatePair("😀", 0)}");
        Attempt.Do("surrogate", () => _ = new Rune(0xd800));
    }

    [Program]
    public static void Normalization()
    {
        foreach (string text in new[] { "e\u0301", "é", "ﬁ", "Å", "\u1e9b\u0323", "한글", "x²½", "Ⅷ", "\u0041\u030a" })
        {
            foreach (NormalizationForm form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
            {
                string normal = text.Normalize(form);
                Write($"{form} {string.Join('-', normal.Select(c => ((int)c).ToString("x4")))} {text.IsNormalized(form)}; ");
            }

            WriteLine();
        }

        WriteLine("e\u0301".Equals("é", StringComparison.InvariantCulture));
        Attempt.Show("lone surrogate", () => "a\ud800".Normalize());
    }

    [Program]
    public static void CompatibilityNormalization()
    {
        foreach (NormalizationForm form in new[] { NormalizationForm.FormKC, NormalizationForm.FormKD })
        {
            Attempt.Show(form.ToString(), () => "ﬁ x² Ⅷ ｶ".Normalize(form));
        }
    }

    [Program]
    public static void TextElements()
    {
        foreach (string text in new[] { "e\u0301a", "👩‍👩‍👧x", "🇩🇪🇫🇷", "\r\n\n", "ก็ำ", "각" })
        {
            TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
            List<int> lengths = [];
            while (elements.MoveNext())
            {
                lengths.Add(elements.GetTextElement().Length);
            }

            WriteLine($"{new StringInfo(text).LengthInTextElements} [{string.Join(' ', lengths)}] {StringInfo.GetNextTextElementLength(text)}");
        }
    }

    [Program]
    public static void Utf8Conversions()
    {
        byte[] bytes = "héllo 世界 😀"u8.ToArray();
        WriteLine(Convert.ToHexString(bytes));
        WriteLine($"{Encoding.UTF8.GetCharCount(bytes)} {Encoding.UTF8.GetString(bytes)} {Encoding.UTF8.GetByteCount("héllo")}");
        Span<char> chars = stackalloc char[4];
        OperationStatus status = Utf8.ToUtf16(bytes, chars, out int read, out int written);
        WriteLine($"{status} {read} {written} {chars[..written]}");
        status = Utf8.FromUtf16("ab\ud800c", stackalloc byte[10], out read, out written, replaceInvalidSequences: false);
        WriteLine($"{status} {read} {written}");
        WriteLine($"{Utf8.IsValid(bytes)} {Utf8.IsValid([0xc3])} {Ascii.IsValid("abc")} {Ascii.EqualsIgnoreCase("ABC"u8, "abc")} {Ascii.ToUpper("xyz"u8, new byte[3], out int n)} {n}");
        foreach (byte[] bad in new byte[][] { [0xc0, 0x80], [0xe2, 0x82], [0xff], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x61, 0x80, 0x62] })
        {
            WriteLine($"{Convert.ToHexString(bad)} -> {string.Join('-', Encoding.UTF8.GetString(bad).Select(c => ((int)c).ToString("x4")))}");
        }

        WriteLine(Utf8.TryWrite(new byte[20], $"{42} {1.5}", out written) + " " + written);
        Attempt.Do("strict", () => new UTF8Encoding(false, true).GetBytes("\udc00"));
    }

    [Program]
    public static void Encodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "Ünïcode € Ω я 日本 ✓";
        foreach (string name in new[] { "utf-8", "utf-16", "utf-16BE", "utf-32", "us-ascii", "iso-8859-1", "windows-1252", "windows-1251", "iso-8859-7", "iso-8859-15", "shift_jis", "euc-jp", "gb18030", "big5", "koi8-r", "ibm850", "utf-7" })
        {
            Attempt.Show(name, () =>
            {
                Encoding encoding = Encoding.GetEncoding(name);
                byte[] bytes = encoding.GetBytes(Text);
                return $"{encoding.CodePage} {encoding.EncodingName} {encoding.IsSingleByte} {Convert.ToHexString(bytes)} {encoding.GetString(bytes)}";
            });
        }

        Encoding strict = Encoding.GetEncoding("us-ascii", new EncoderExceptionFallback(), new DecoderReplacementFallback("<?>"));
        Attempt.Do("fallback", () => strict.GetBytes("aé"));
        WriteLine(strict.GetString([0x61, 0xff]));
        WriteLine(Encoding.GetEncoding("us-ascii", new EncoderReplacementFallback("[x]"), DecoderFallback.ExceptionFallback).GetString(Encoding.ASCII.GetBytes("ok")));
        WriteLine(Convert.ToHexString(Encoding.UTF8.Preamble) + Convert.ToHexString(Encoding.Unicode.GetPreamble()) + Encoding.GetEncodings().Length.CompareTo(5));
        Attempt.Do("unknown", () => Encoding.GetEncoding("no-such"));
    }
}
