namespace Skiff.Compiler.Programs.Accepted;

public static class ControlFlow
{
    public static int Loop(int n)
    {
        int sum = 0;
        for (int i = 0; i < (n & 63); i++)
        {
            sum += i * i;
        }

        return sum;
    }

    public static int Nested(int n, int m)
    {
        int sum = 0;
        for (int i = 0; i < (n & 15); i++)
        {
            for (int j = i; j < (m & 15); j++)
            {
                if ((i + j) % 3 == 0)
                {
                    continue;
                }

                if (j - i > 8)
                {
                    break;
                }

                sum += (i * 7) ^ j;
            }
        }

        return sum;
    }

    public static int DoWhile(int n)
    {
        n &= 0xFFFF;
        int steps = 0;
        do
        {
            n = (n & 1) == 0 ? n / 2 : (n * 3) + 1;
            steps++;
        }
        while (n > 1 && steps < 200);
        return steps;
    }

    public static int DenseSwitch(int n)
    {
        switch (n & 7)
        {
            case 0:
                return 10;
            case 1:
            case 2:
                n += 3;
                break;
            case 4:
                n *= 2;
                goto case 6;
            case 5:
                goto default;
            case 6:
                n ^= 0x55;
                break;
            default:
                n = -n;
                break;
        }

        return n;
    }

    public static int SparseSwitch(int n) => n switch
    {
        -100 => 1,
        0 => 2,
        7 => 3,
        1000 => 4,
        int.MaxValue => 5,
        > 50 and < 60 => 6,
        _ => 7,
    };

    public static int SwitchInLoop(int n)
    {
        int state = 0;
        int steps = 0;
        while (true)
        {
            steps++;
            switch (state)
            {
                case 0:
                    state = (n & 1) != 0 ? 1 : 2;
                    break;
                case 1:
                    n >>= 1;
                    state = 3;
                    continue;
                case 2:
                    n += 5;
                    state = 3;
                    break;
                case 3:
                    if (steps > 30)
                    {
                        goto done;
                    }

                    state = n % 3 == 0 ? 4 : 0;
                    break;
                default:
                    return n + steps;
            }
        }

    done:
        return n - steps;
    }

    public static int Goto(int n)
    {
        int i = 0;
    again:
        i++;
        if (i > 20)
        {
            goto end;
        }

        if ((n & i) != 0)
        {
            n += i;
            goto again;
        }

        n ^= i;
        goto again;
    end:
        return n;
    }

    public static int GotoOutOfNested(int n)
    {
        int found = -1;
        for (int i = 1; i < 10; i++)
        {
            for (int j = 1; j < 10; j++)
            {
                if (i * j == (n & 63))
                {
                    found = (i * 100) + j;
                    goto found;
                }
            }
        }

        return -1;
    found:
        return found;
    }

    public static int TernaryChain(int a, int b, int c) => a > b ? (b > c ? a : c) : (a > c ? b : (b == c ? 9 : c));

    public static int TernaryAmongArguments(int a, int b) => Three(a > b ? a : b, a, a < b ? 1 : b > 3 ? 2 : 3);

    public static unsafe int CallsAmongTernaries(int a, int b)
    {
        int state = a;
        return Three(Next(&state), a > b ? Next(&state) : b, Next(&state) > 3 ? state : Next(&state)) + state;
    }

    public static unsafe int CallBeforeLoop(int a)
    {
        int state = a & 7;
        return (Next(&state) * 3) + Loop(Next(&state)) + (Next(&state) == 3 && Next(&state) > 1 ? Next(&state) : 0);
    }

    public static int AndOr(int a, int b, int c) => (a > 0 && b > 0) || (c > 0 && a != b) ? 1 : 0;

    public static bool AndOrValue(int a, int b, int c) => (a > 0 && b > 0) || (c > 0 && a != b);

    public static int Recursion(int n) => Fibonacci(n & 15);

    public static int MutualRecursion(int n) => IsEven(n & 31) ? 1 : 0;

    public static int EarlyReturns(int n)
    {
        if (n < -1000)
        {
            return 1;
        }

        if (n < 0)
        {
            return 2;
        }

        if (n == 0)
        {
            return 3;
        }

        return n > 1000 ? 4 : 5;
    }

    public static void NoResult(int n)
    {
        for (int i = 0; i < (n & 7); i++)
        {
            if (i == 3)
            {
                return;
            }
        }
    }

    public static int StartsWithLoop(int n)
    {
        while (n > 100)
        {
            n -= n / 3;
        }

        return n;
    }

    public static int SideEffectsInOrder(int a)
    {
        int x = a;
        return (x++ * 3) + (x = x + 5) + (--x * x++) - x;
    }

    public static int PatternMatch(int n) => n is (> 5 and < 10) or 42 ? 1 : n is not 0 ? 2 : 3;

    public static int LoopWithTwoBackEdges(int n)
    {
        int count = 0;
        n &= 0xFFF;
        while (n != 0)
        {
            count++;
            if ((n & 1) == 0)
            {
                n >>= 1;
                continue;
            }

            if ((n & 2) != 0)
            {
                n -= 3;
                if (n < 0)
                {
                    break;
                }

                continue;
            }

            n--;
        }

        return count;
    }

    private static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);

    private static bool IsEven(int n) => n == 0 || IsOdd(n - 1);

    private static bool IsOdd(int n) => n != 0 && IsEven(n - 1);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static unsafe int Next(int* state) => ++*state;

    private static int Three(int a, int b, int c) => (a * 3) + (b * 5) + (c * 7);
}
