namespace Skiff.Compiler.Library;

/// <summary>Floating-point operations that IL has and wasm has not. Compiled into programs, in freestanding C#.</summary>
internal static class FloatingPoint
{
    private const long SignBit = long.MinValue;
    private const long ExponentOnes = 0x7FF;
    private const int MantissaBits = 52;
    private const long MantissaMask = (1L << MantissaBits) - 1;

    /// <summary>The exact remainder of the division, with the sign of the dividend: long division of the significands.</summary>
    public static unsafe double Remainder(double dividend, double divisor)
    {
        long x = *(long*)&dividend;
        long y = *(long*)&divisor;
        long sign = x & SignBit;
        x &= long.MaxValue;
        y &= long.MaxValue;
        if (y == 0 || x >= ExponentOnes << MantissaBits || y > ExponentOnes << MantissaBits)
        {
            return dividend * divisor / (dividend * divisor);
        }

        if (x < y)
        {
            return dividend;
        }

        long exponent = x >> MantissaBits;
        long lowest = y >> MantissaBits;
        x &= MantissaMask;
        y &= MantissaMask;
        // Normal numbers have a leading one; subnormal ones lie at the exponent of the smallest normal.
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            x |= MantissaMask + 1;
        }

        if (lowest == 0)
        {
            lowest = 1;
        }
        else
        {
            y |= MantissaMask + 1;
        }

        x %= y;
        while (exponent > lowest && x != 0)
        {
            // Take in one more binary digit.
            x <<= 1;
            if (x >= y)
            {
                x -= y;
            }

            exponent--;
        }

        if (x == 0)
        {
            return *(double*)&sign;
        }

        while (x <= MantissaMask && exponent > 1)
        {
            x <<= 1;
            exponent--;
        }

        long bits = x > MantissaMask ? (x & MantissaMask) | (exponent << MantissaBits) : x;
        bits |= sign;
        return *(double*)&bits;
    }
}
