using System.Text;

namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class WidePassing : IWide
{
    public static (uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, uint) Echo16(uint p0, uint p1, uint p2, uint p3, uint p4, uint p5, uint p6, uint p7, uint p8, uint p9, uint p10, uint p11, uint p12, uint p13, uint p14, uint p15) =>
        Wide.Echo16(p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15);

    public static (ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong) Echo17(ulong p0, ulong p1, ulong p2, ulong p3, ulong p4, ulong p5, ulong p6, ulong p7, ulong p8, ulong p9, ulong p10, ulong p11, ulong p12, ulong p13, ulong p14, ulong p15, ulong p16) =>
        Wide.Echo17(p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16);

    public static (bool, byte, string, long, byte[], float, ulong?, Wide.Row, Rune, string[], Result<byte, string>, double, Bits.Set17, short) EchoMixed(bool p0, byte p1, string p2, long p3, ReadOnlySpan<byte> p4, float p5, ulong? p6, Wide.Row p7, Rune p8, string[] p9, Result<byte, string> p10, double p11, Bits.Set17 p12, short p13) =>
        Wide.EchoMixed(p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13);

    public static Wide.Large EchoLarge(Wide.Large v) => Wide.EchoLarge(v);

    public static Wide.Large[] EchoLargeList(Wide.Large[] v) => Wide.EchoLargeList(v);

    public static Wide.Large? EchoLargeOption(Wide.Large? v) => Wide.EchoLargeOption(v);

    public static Wide.Large EchoLargeResult(Result<Wide.Large, Wide.Row> v) => Wide.EchoLargeResult(v);
}
