namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class BitsPassing : IBits
{
    public static Bits.Set1 EchoSet1(Bits.Set1 v) => Bits.EchoSet1(v);

    public static Bits.Set8 EchoSet8(Bits.Set8 v) => Bits.EchoSet8(v);

    public static Bits.Set9 EchoSet9(Bits.Set9 v) => Bits.EchoSet9(v);

    public static Bits.Set16 EchoSet16(Bits.Set16 v) => Bits.EchoSet16(v);

    public static Bits.Set17 EchoSet17(Bits.Set17 v) => Bits.EchoSet17(v);

    public static Bits.Set32 EchoSet32(Bits.Set32 v) => Bits.EchoSet32(v);

    public static Bits.Set17[] EchoList(ReadOnlySpan<Bits.Set17> v) => Bits.EchoList(v);

    public static (Bits.Set1, Bits.Set8, Bits.Set32) EchoSeveral(Bits.Set1 a, Bits.Set8 b, Bits.Set32 c) => Bits.EchoSeveral(a, b, c);
}
