namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class VariantsPassing : IVariants
{
    public static Variants.Lonely EchoLonely(Variants.Lonely v) => Variants.EchoLonely(v);

    public static Variants.Plain EchoPlain(Variants.Plain v) => Variants.EchoPlain(v);

    public static Variants.Shape EchoShape(Variants.Shape v) => Variants.EchoShape(v);

    public static Variants.Joined EchoJoined(Variants.Joined v) => Variants.EchoJoined(v);

    public static Variants.Nested EchoNested(Variants.Nested v) => Variants.EchoNested(v);

    public static Variants.Many EchoMany(Variants.Many v) => Variants.EchoMany(v);

    public static Variants.Joined[] EchoJoinedList(Variants.Joined[] v) => Variants.EchoJoinedList(v);

    public static byte? EchoOptionU8(byte? v) => Variants.EchoOptionU8(v);

    public static double? EchoOptionF64(double? v) => Variants.EchoOptionF64(v);

    public static string? EchoOptionString(string? v) => Variants.EchoOptionString(v);

    public static Records.Padded? EchoOptionRecord(Records.Padded? v) => Variants.EchoOptionRecord(v);

    public static Variants.Joined? EchoOptionVariant(Variants.Joined? v) => Variants.EchoOptionVariant(v);

    public static (byte, string)? EchoOptionTuple((byte, string)? v) => Variants.EchoOptionTuple(v);

    public static Option<uint?> EchoOption2(Option<uint?> v) => Variants.EchoOption2(v);

    public static Option<string?> EchoOption2String(Option<string?> v) => Variants.EchoOption2String(v);

    public static Option<Option<string?>> EchoOption3(Option<Option<string?>> v) => Variants.EchoOption3(v);

    public static (Variants.Shape, ulong?, Variants.Plain) EchoSeveral(Variants.Shape a, ulong? b, Variants.Plain c) =>
        Variants.EchoSeveral(a, b, c);
}
