namespace Skiff.Compiler.Library;

/// <summary>Arithmetic that traps where .NET throws <see cref="OverflowException"/>. Compiled into programs, in freestanding C#.</summary>
internal static class Checked
{
    public static long Within(long value, long lowest, long highest)
    {
        if (value < lowest || value > highest)
        {
            Instructions.Unreachable();
        }

        return value;
    }

    public static long Add(long a, long b)
    {
        long sum = unchecked(a + b);
        if (((a ^ sum) & (b ^ sum)) < 0)
        {
            Instructions.Unreachable();
        }

        return sum;
    }

    public static ulong AddUnsigned(ulong a, ulong b)
    {
        ulong sum = unchecked(a + b);
        if (sum < a)
        {
            Instructions.Unreachable();
        }

        return sum;
    }

    public static long Subtract(long a, long b)
    {
        long difference = unchecked(a - b);
        if (((a ^ b) & (a ^ difference)) < 0)
        {
            Instructions.Unreachable();
        }

        return difference;
    }

    public static ulong SubtractUnsigned(ulong a, ulong b)
    {
        if (a < b)
        {
            Instructions.Unreachable();
        }

        return unchecked(a - b);
    }

    public static long Multiply(long a, long b)
    {
        long product = unchecked(a * b);
        // The division by -1 is left out because it would itself overflow.
        if ((a == -1 && b == long.MinValue) || (a != 0 && a != -1 && product / a != b))
        {
            Instructions.Unreachable();
        }

        return product;
    }

    public static ulong MultiplyUnsigned(ulong a, ulong b)
    {
        ulong product = unchecked(a * b);
        if (a != 0 && product / a != b)
        {
            Instructions.Unreachable();
        }

        return product;
    }
}
