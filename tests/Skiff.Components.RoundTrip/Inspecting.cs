using System.Globalization;
using System.Text;

namespace Skiff.Components.RoundTrip;

/// <summary>Says in C# what it got, and makes values in C#.</summary>
internal sealed partial class Inspecting : IInspection
{
    public static string DescribeBool(bool v) => v ? "yes" : "no";

    public static string DescribeS8(sbyte v) => $"{v}";

    public static string DescribeU8(byte v) => $"{v}";

    public static string DescribeS16(short v) => $"{v}";

    public static string DescribeU16(ushort v) => $"{v}";

    public static string DescribeS32(int v) => $"{v}";

    public static string DescribeU32(uint v) => $"{v}";

    public static string DescribeS64(long v) => $"{v}";

    public static string DescribeU64(ulong v) => $"{v}";

    public static string DescribeF32(float v) => $"{v} {BitConverter.SingleToUInt32Bits(v):x8}";

    public static string DescribeF64(double v) => $"{v} {BitConverter.DoubleToUInt64Bits(v):x16}";

    public static string DescribeChar(Rune v) => $"U+{v.Value:X4}";

    public static string DescribeString(string v) => $"{v.Length}: {string.Join(' ', v.Select(unit => ((int)unit).ToString("x4", CultureInfo.InvariantCulture)))}";

    public static string DescribeScalars(Records.Scalars v) =>
        $"{v.A} {v.B} {v.C} {v.D} {v.E} {v.F} {v.G} {v.H} {v.I} {v.J} {v.K} {v.L}";

    public static string DescribePadded(Records.Padded v) => $"{v.A} {v.B} {v.C} {v.D} {v.E} {v.F} {v.G}";

    public static string DescribePerson(Records.Person v) => $"{v.Name} ({v.Age}) [{string.Join('|', v.Tags)}] {v.Nickname ?? "-"}";

    public static string DescribeNested(Records.Nested v) =>
        $"{v.Before} {DescribePadded(v.Inner)} {DescribePeople(v.People)} {v.Pair.Item1}/{v.Pair.Item2.Value} {v.After}";

    public static string DescribeTuple((byte, string, double) v) => $"{v.Item1} {v.Item2} {v.Item3}";

    public static string DescribeShape(Variants.Shape v) => v switch
    {
        Variants.Shape.Circle circle => $"circle of {circle.Value}",
        Variants.Shape.Square square => $"square of {square.Value}",
        Variants.Shape.Polygon polygon => $"polygon of {string.Join(' ', polygon.Value.Select(point => $"{point.Item1}/{point.Item2}"))}",
        Variants.Shape.Named named => $"named {named.Value}",
        Variants.Shape.Nothing => "nothing",
        _ => v.ToString(),
    };

    public static string DescribeJoined(Variants.Joined v) => v switch
    {
        Variants.Joined.Int item => $"int {item.Value}",
        Variants.Joined.Float item => $"float {item.Value}",
        Variants.Joined.Long item => $"long {item.Value}",
        Variants.Joined.Double item => $"double {item.Value}",
        Variants.Joined.Text item => $"text {item.Value}",
        Variants.Joined.Bytes item => $"bytes {Convert.ToHexStringLower(item.Value)}",
        Variants.Joined.Both item => $"both {item.Value.Item1} {item.Value.Item2}",
        Variants.Joined.Other item => $"other {item.Value.Item1} {item.Value.Item2}",
        Variants.Joined.Small item => $"small {item.Value}",
        Variants.Joined.Character item => $"character {item.Value}",
        Variants.Joined.Truth item => $"truth {item.Value}",
        Variants.Joined.Signed item => $"signed {item.Value}",
        Variants.Joined.SignedLong item => $"signed-long {item.Value}",
        Variants.Joined.Short item => $"short {item.Value}",
        Variants.Joined.None => "none",
        _ => v.ToString(),
    };

    public static string DescribeMany(Variants.Many v) => v switch
    {
        Variants.Many.C0 item => $"0 {item.Value}",
        Variants.Many.C1 item => $"1 {item.Value}",
        Variants.Many.C254 => "254",
        Variants.Many.C255 item => $"255 {item.Value}",
        Variants.Many.C256 item => $"256 {item.Value}",
        _ => "another",
    };

    public static string DescribeEnum(Enums.E257 v) => $"{v} {(int)v}";

    public static string DescribeFlags(Bits.Set8 a, Bits.Set9 b, Bits.Set32 c) => $"{(uint)a:x} {(uint)b:x} {(uint)c:x}";

    public static string DescribeOption(string? v) => v is null ? "none" : $"some {v}";

    public static string DescribeNestedOption(Option<uint?> v) => !v.HasValue ? "none" : v.Value is { } value ? $"some some {value}" : "some none";

    public static string DescribeResult(Result<uint, Results.Failure> v) => v.IsOk ? $"ok {v.Value}" : v.Error switch
    {
        Results.Failure.NotFound item => $"not found: {item.Value}",
        Results.Failure.Code item => $"code {item.Value}",
        _ => "unknown",
    };

    public static string DescribeBytes(ReadOnlySpan<byte> v) => Convert.ToHexStringLower(v);

    public static string DescribeLongs(ReadOnlySpan<long> v) => string.Join(' ', v.ToArray());

    public static string DescribePeople(Records.Person[] v) => string.Join("; ", v.Select(DescribePerson));

    public static string DescribeMap(Dictionary<string, uint> v) => string.Join(' ', v.Select(entry => $"{entry.Key}={entry.Value}"));

    public static bool IsAllCharacters(string text, uint first, uint last) => text == AllCharacters(first, last);

    public static string AllCharacters(uint first, uint last)
    {
        StringBuilder text = new();
        for (uint value = first; value <= last; value++)
        {
            if (value is < 0xD800 or > 0xDFFF)
            {
                text.Append(char.ConvertFromUtf32((int)value));
            }
        }

        return text.ToString();
    }
}
