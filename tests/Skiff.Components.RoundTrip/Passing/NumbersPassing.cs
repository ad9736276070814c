using System.Text;

namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class NumbersPassing : INumbers
{
    public static bool EchoBool(bool v) => Numbers.EchoBool(v);

    public static sbyte EchoS8(sbyte v) => Numbers.EchoS8(v);

    public static byte EchoU8(byte v) => Numbers.EchoU8(v);

    public static short EchoS16(short v) => Numbers.EchoS16(v);

    public static ushort EchoU16(ushort v) => Numbers.EchoU16(v);

    public static int EchoS32(int v) => Numbers.EchoS32(v);

    public static uint EchoU32(uint v) => Numbers.EchoU32(v);

    public static long EchoS64(long v) => Numbers.EchoS64(v);

    public static ulong EchoU64(ulong v) => Numbers.EchoU64(v);

    public static float EchoF32(float v) => Numbers.EchoF32(v);

    public static double EchoF64(double v) => Numbers.EchoF64(v);

    public static Rune EchoChar(Rune v) => Numbers.EchoChar(v);

    public static void Nothing() => Numbers.Nothing();
}
