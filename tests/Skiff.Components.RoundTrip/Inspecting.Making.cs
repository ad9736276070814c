using System.Text;

namespace Skiff.Components.RoundTrip;

internal sealed partial class Inspecting
{
    public static (bool, sbyte, byte, short, ushort, int, uint, long, ulong, float, double, Rune) MakeNumbers() =>
        (true, -1, 255, -2, 65534, -3, uint.MaxValue - 2, -4, ulong.MaxValue - 3, 1.5f, -0.0, new Rune(0x1F600));

    public static string MakeString() => "größer\0𝄞\u2028";

    public static Records.Scalars MakeScalars() =>
        new(false, sbyte.MinValue, 1, short.MinValue, 2, int.MinValue, 3, long.MinValue, 4, float.NegativeInfinity, double.NaN, new Rune('z'));

    public static Records.Padded MakePadded() => new(1, 2, 3, 4, 5, 6.5, true);

    public static Records.Person MakePerson() => new("Ada", 36, ["x", "", "größer"], null);

    public static Variants.Shape[] MakeShapes() =>
    [
        new Variants.Shape.Circle(0.5), new Variants.Shape.Square(7), new Variants.Shape.Polygon([(1, 2), (3, 4)]), new Variants.Shape.Named("n"),
        new Variants.Shape.Nothing(),
    ];

    public static Variants.Joined[] MakeJoined() =>
    [
        new Variants.Joined.Int(uint.MaxValue), new Variants.Joined.Float(-1.5f), new Variants.Joined.Long(ulong.MaxValue), new Variants.Joined.Double(1e300),
        new Variants.Joined.Text("t"), new Variants.Joined.Bytes([1, 2]), new Variants.Joined.Both((1.5f, 2.5)), new Variants.Joined.Other((1.5, 2.5f)),
        new Variants.Joined.Small(-1), new Variants.Joined.Character(new Rune(0x10FFFF)), new Variants.Joined.Truth(true), new Variants.Joined.Signed(-1),
        new Variants.Joined.SignedLong(-1), new Variants.Joined.Short(-1), new Variants.Joined.None(),
    ];

    public static Variants.Many[] MakeMany() =>
        [new Variants.Many.C0(1), new Variants.Many.C1("one"), new Variants.Many.C254(), new Variants.Many.C255(ulong.MaxValue), new Variants.Many.C256(0.25)];

    public static (Enums.E3, Enums.E257, Enums.E257) MakeEnums() => (Enums.E3.Blue, Enums.E257.C0, Enums.E257.C256);

    public static (Bits.Set8, Bits.Set9, Bits.Set32) MakeFlags() => (Bits.Set8.B7, Bits.Set9.B0 | Bits.Set9.B8, Bits.Set32.B0 | Bits.Set32.B31);

    public static (byte?, byte?, Option<byte?>, Option<byte?>, Option<byte?>) MakeOptions() =>
        (null, 0, Option<byte?>.None, Option<byte?>.Some(null), Option<byte?>.Some(0));

    public static (Result<byte, string>, Result<byte, string>, Result<Unit, Unit>, Result<Unit, byte>) MakeResults() =>
        (1, "no", Result<Unit, Unit>.Ok(default), 2);

    public static byte[] MakeBytes(uint count) => [.. Enumerable.Range(0, (int)count).Select(value => (byte)value)];

    public static Dictionary<string, uint> MakeMap() => new() { ["one"] = 1, [""] = 0, ["große"] = uint.MaxValue };

    public static string MakeText(ReadOnlySpan<ushort> units) => new(System.Runtime.InteropServices.MemoryMarshal.Cast<ushort, char>(units));
}
