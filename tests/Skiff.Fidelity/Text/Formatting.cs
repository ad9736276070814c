using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Skiff.Fidelity.Text;

public static class Formatting
{
    [Program]
    public static void Composite()
    {
        WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} {1:N2} {2,10} {3,-10}| {{}} {0:X8} {4:P1} {5:E3} {6:C}", 255, 1234567.891, "right", "left", 0.1234, 123456, 9.5));
        WriteLine(string.Format("{0:yyyy-MM-dd} {0:HH:mm:ss.fff} {0:ddd, d MMM yy} {1:c} {1:hh\\:mm} {2:B} {3}", new DateTime(2024, 2, 3, 4, 5, 6, 7), new TimeSpan(1, 2, 3), Guid.Empty, (object?)null));
        CompositeFormat format = CompositeFormat.Parse("{0:000.00}/{1}");
        WriteLine(string.Format(CultureInfo.InvariantCulture, format, 3.14159, "x"));
        int width = 8;
        double value = 2.0 / 3;
        WriteLine($"{value:F3} {value,10:F1} {value,-10:G2}| {width switch { > 5 => "big", _ => "small" }} {(width > 3 ? "y" : "n")} {$"nested {width}"}");
        WriteLine($$"""raw {{width}} {not}""");
        WriteLine(FormattableString.Invariant($"{value:R} {new DateTime(2024, 1, 1):d}"));
        FormattableString formattable = $"{width} and {value:F1}";
        WriteLine($"{formattable.Format} {formattable.ArgumentCount} {formattable.ToString(CultureInfo.GetCultureInfo("de-DE"))}");
        foreach (string bad in new[] { "{0", "{1}", "}", "{a}", "{0:Q}", "{-1}" })
        {
            Attempt.Show(bad, () => string.Format(bad, 1));
        }

        WriteLine(new Handler(3, 1, "p").Append(1));
        WriteLine(Take("p", $"x{1}y{"z",4}"));

        static string Take(string prefix, [InterpolatedStringHandlerArgument(nameof(prefix))] Handler handler) => handler.ToString();
    }

    [InterpolatedStringHandler]
    public ref struct Handler(int literalLength, int formattedCount, string prefix)
    {
        private readonly StringBuilder _text = new($"{prefix}[{literalLength},{formattedCount}]");

        public readonly void AppendLiteral(string s) => _text.Append($"L({s})");

        public readonly void AppendFormatted<T>(T value, int alignment = 0) => _text.Append($"F({value},{alignment},{typeof(T).Name})");

        public readonly string Append(int x) => _text.Append(x).ToString();

        public override readonly string ToString() => _text.ToString();
    }

    [Program]
    public static void NumberFormats()
    {
        double[] values = [0, -0.0, 1, -1.5, 1234567.891, 1e21, 1.5e-7, double.MaxValue, double.Epsilon, double.NaN, double.NegativeInfinity, 0.1, 1.0 / 3, 2.5, 123456789012345680];
        foreach (string format in new[] { "", "G", "G5", "G17", "R", "F0", "F2", "N1", "E", "e4", "P", "C", "0.00", "#,##0.###", "0000", "0.0e+00", "#.##;(#.##);zero", "0%", "'lit' 0" })
        {
            WriteLine($"{format}: {string.Join(' ', values.Select(v => v.ToString(format, CultureInfo.InvariantCulture)))}");
        }

        long[] integers = [0, 1, -1, 255, long.MaxValue, long.MinValue, 1234567];
        foreach (string format in new[] { "D", "D10", "X", "x4", "B", "b8", "N0", "F1", "G3", "E2", "P0", "000,000", "R" })
        {
            Attempt.Show(format, () => integers.Select(v => v.ToString(format, CultureInfo.InvariantCulture)));
        }

        WriteLine($"{1.1f} {float.MaxValue} {float.Epsilon} {16777217f} {0.1f + 0.2f} {0.1 + 0.2} {(double)0.1f} {1e16} {1e15} {1e-5} {0.0001} {100000000000000000000.0}");
        WriteLine($"{79228162514264337593543950335m} {0.0000000000000000000000000001m} {1.10m} {-0.0m} {1e-28m:G} {12345.678m:N1} {0.5m:P}");
    }

    [Program]
    public static void Parsing()
    {
        foreach (string text in new[] { "1", " 12 ", "-7", "+3", "1,234", "0x1F", "1e3", "1.5", "", "abc", "2147483648", "-2147483649", "٣", "1 2", "--1", "(5)", "$3", "1_000", "\u22125" })
        {
            WriteLine($"'{text}' int {Try(() => int.Parse(text, CultureInfo.InvariantCulture))}; any {Try(() => int.Parse(text, NumberStyles.Any, CultureInfo.InvariantCulture))}; double {Try(() => double.Parse(text, CultureInfo.InvariantCulture))}; decimal {Try(() => decimal.Parse(text, CultureInfo.InvariantCulture))}; byte {byte.TryParse(text, out byte b)} {b}");
        }

        foreach (string text in new[] { "1e400", "-1e400", "NaN", "Infinity", "-∞", "∞", ".5", "5.", "1e-400", "4.9406564584124654e-324", "1.7976931348623157e308", "0.1e1", "9007199254740993", "123456789012345678901234567890" })
        {
            WriteLine($"{text} {Try(() => double.Parse(text, CultureInfo.InvariantCulture))} {Try(() => float.Parse(text, CultureInfo.InvariantCulture))} {Try(() => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))}");
        }

        WriteLine($"{int.Parse("ff", NumberStyles.HexNumber)} {int.Parse("1010", NumberStyles.BinaryNumber)} {bool.Parse(" TRUE ")} {char.Parse("x")} {Guid.Parse("{01234567-89ab-cdef-0123-456789abcdef}")} {Version.Parse("1.2.3.4")} {TimeSpan.Parse("1.02:03:04.5", CultureInfo.InvariantCulture)} {Enum.Parse<DayOfWeek>("friday", true)} {int.Parse("42"u8)}");
        WriteLine($"{Convert.ToInt32("777", 8)} {Convert.ToString(255, 2)} {Convert.ToInt32(2.5)} {Convert.ToInt32(3.5)} {Convert.ToBoolean("True")} {Convert.ToDouble("1.5", CultureInfo.InvariantCulture)} {Convert.ChangeType("12", typeof(long), CultureInfo.InvariantCulture)}");
        Attempt.Show("bool", () => bool.Parse("yes"));
        Attempt.Show("guid", () => Guid.Parse("xyz"));
        Attempt.Show("enum", () => Enum.Parse<DayOfWeek>("Someday"));
        Attempt.Show("convert", () => Convert.ToByte(300));
        Attempt.Show("cast", () => Convert.ChangeType("x", typeof(DateTime), CultureInfo.InvariantCulture));

        static string Try<T>(Func<T> f)
        {
            try
            {
                return Attempt.Text(f());
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                return e.GetType().Name;
            }
        }
    }

    [Program]
    public static void FloatingPointRoundTrips()
    {
        Random random = new(12345);
        int wrong = 0;
        ulong checksum = 0;
        byte[] bytes = new byte[8];
        for (int i = 0; i < 3000; i++)
        {
            random.NextBytes(bytes);
            double d = BitConverter.ToDouble(bytes);
            string text = d.ToString("R", CultureInfo.InvariantCulture);
            foreach (char c in text)
            {
                checksum = (checksum * 31) + c;
            }

            if (!double.IsNaN(d) && BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)) != BitConverter.DoubleToInt64Bits(d))
            {
                wrong++;
            }

            float f = BitConverter.ToSingle(bytes);
            text = f.ToString(CultureInfo.InvariantCulture);
            foreach (char c in text)
            {
                checksum = (checksum * 31) + c;
            }

            if (!float.IsNaN(f) && float.Parse(text, CultureInfo.InvariantCulture) != f)
            {
                wrong++;
            }
        }

        WriteLine($"{wrong} {checksum:x}");
    }

    [Program]
    public static void Utf8AndBase64()
    {
        Span<byte> buffer = stackalloc byte[64];
        WriteLine($"{Utf8Formatter.TryFormat(-123, buffer, out int n)} {Encoding.ASCII.GetString(buffer[..n])} {Utf8Formatter.TryFormat(1.5, buffer, out n)} {Encoding.ASCII.GetString(buffer[..n])} {Utf8Formatter.TryFormat(DateTime.UnixEpoch, buffer, out n, 'O')} {Encoding.ASCII.GetString(buffer[..n])}");
        WriteLine($"{Utf8Parser.TryParse("456rest"u8, out int value, out int consumed)} {value} {consumed} {Utf8Parser.TryParse("x"u8, out value, out consumed)}");
        byte[] data = [.. Enumerable.Range(0, 70).Select(i => (byte)(i * 37))];
        string base64 = Convert.ToBase64String(data, Base64FormattingOptions.InsertLineBreaks);
        WriteLine(base64.ReplaceLineEndings("|"));
        WriteLine(Convert.FromBase64String(base64).SequenceEqual(data));
        WriteLine($"{Base64.EncodeToUtf8(data.AsSpan(0, 5), buffer, out int read, out int written)} {read} {written} {Encoding.ASCII.GetString(buffer[..written])}");
        WriteLine($"{Base64Url.EncodeToString(data.AsSpan(0, 20))} {Base64Url.DecodeFromChars("-_8").Length} {Base64.IsValid("AAA=")} {Base64.IsValid("A")}");
        WriteLine($"{Convert.ToHexString(data.AsSpan(0, 4))} {Convert.ToHexStringLower(data.AsSpan(0, 4))} {Convert.FromHexString("00fF").Length}");
        Attempt.Do("base64", () => Convert.FromBase64String("@@@"));
        Attempt.Do("hex", () => Convert.FromHexString("0g"));
        WriteLine($"{System.Net.WebUtility.HtmlEncode("<a href='x'>é & 😀</a>")} {System.Net.WebUtility.HtmlDecode("&lt;&eacute;&#x1F600;&amp;nbsp;")} {Uri.EscapeDataString("a b/ü?&")} {Uri.UnescapeDataString("%C3%BC+%20")} {System.Net.WebUtility.UrlEncode("a b&ü")}");
        WriteLine($"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode("<é'\">")} {System.Text.Encodings.Web.UrlEncoder.Default.Encode("a b/é")}");
    }

    [Program]
    public static void Uris()
    {
        foreach (string text in new[] { "http://user:pw@host.example:8080/a/b/../c?q=1&r=ü#frag", "https://EXAMPLE.com", "file:///tmp/x y", "/relative/path", "mailto:a@b.c", "http://[::1]:80/", "urn:isbn:123", "http://münchen.de/ä" })
        {
            WriteLine($"{text}: " + (Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? $"{uri.Scheme}|{uri.Host}|{uri.Port}|{uri.AbsolutePath}|{uri.Query}|{uri.Fragment}|{uri.UserInfo}|{uri.IsDefaultPort}|{uri.HostNameType}|{uri.IdnHost}|{uri.AbsoluteUri}|{uri}" : "not absolute"));
        }

        Uri root = new("http://h/a/b/c");
        foreach (string relative in new[] { "d", "../d", "/d", "?q", "#f", "//other/x", "../../../../z" })
        {
            WriteLine($"{relative} {new Uri(root, relative)}");
        }

        WriteLine($"{root.MakeRelativeUri(new Uri("http://h/a/x/y"))} {new UriBuilder("http", "h", 81, "p", "?q=1")} {Uri.IsWellFormedUriString("http://a b", UriKind.Absolute)}");
        Attempt.Do("bad", () => _ = new Uri("http://"));
    }
}
