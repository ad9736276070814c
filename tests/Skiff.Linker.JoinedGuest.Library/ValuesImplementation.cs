using System.Text;
using Test.Joined;

namespace Skiff.Linker.JoinedGuest;

/// <summary>Gives back what it gets, most of it changed a little.</summary>
internal sealed class ValuesImplementation : IValues
{
    public static string Text(string value) => value + "!";

    public static byte[] Bytes(ReadOnlySpan<byte> value) => [.. value, 1];

    public static long Sum(ReadOnlySpan<long> values)
    {
        long sum = 0;
        foreach (long value in values)
        {
            sum += value;
        }

        return sum;
    }

    public static string[][] Nested(string[][] value) => [.. value.Reverse()];

    public static Values.Point Move(Values.Point value) => new(value.X + 1, value.Label + "→");

    public static Values.Shape Grow(Values.Shape value) => value switch
    {
        Values.Shape.Circle circle => new Values.Shape.Many([new((int)circle.Value, "circle"), new(0, "")]),
        Values.Shape.Many many => new Values.Shape.Text(string.Concat(many.Value.Select(point => point.Label))),
        Values.Shape.Text text => new Values.Shape.Wide((ulong)text.Value.Length << 40),
        Values.Shape.Wide wide => new Values.Shape.Narrow(wide.Value >> 40),
        Values.Shape.Narrow narrow => new Values.Shape.Both(new(narrow.Value > 1 ? "big" : null, ulong.MaxValue)),
        Values.Shape.Both both => new Values.Shape.Both(new(both.Value.Left + "+", both.Value.Right - 1)),
        _ => value,
    };

    public static Values.Shape[] Shapes(Values.Shape[] values, Values.Shape last) => [.. values, last];

    public static Option<string?> Maybe(Option<string?> value) =>
        value.TryGetValue(out string? text) ? Option<string?>.Some(text is null ? null : text + "?") : value;

    public static string[] Outcome(Result<string[], Values.Shape> value) => value.Value;

    public static int Divide(int a, int b) => a / b;

    public static void Fail(Values.Shape how) => throw new ResultException<Values.Shape>(Grow(how));

    public static (string, byte, (Rune, string)[]) Tuples((string, byte, (Rune, string)[]) value) => (value.Item1 + value.Item3.Length, (byte)(value.Item2 + 1), value.Item3);

    public static Dictionary<string, ushort[]> Keys(Dictionary<string, ushort[]> value) =>
        value.ToDictionary(pair => pair.Key + pair.Value.Length, pair => pair.Value);

    public static Values.Point[] Fixed(Values.Point[] value) => [.. value.Reverse()];

    public static string[] Small(string[] value) => [value[1], value[0]];

    public static (Values.Color, Values.Permissions) Paint(Values.Color c, Values.Permissions p) => (c + 1, p ^ Values.Permissions.Write);

    public static double Plain(byte a, short b, float c, double d, Rune e, bool f) => a + b + c + d + e.Value + (f ? 1 : 0);

    public static string Indirect(string a, ulong b, string[] c, string d, Values.Shape e, string f, string g, string h, ReadOnlySpan<int> i) =>
        $"{a}|{b}|{string.Join(",", c)}|{d}|{Grow(e)}|{f}|{g}|{h}|{i.Length}";
}
