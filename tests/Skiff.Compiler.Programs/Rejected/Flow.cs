namespace Skiff.Compiler.Programs.Rejected;

public static class Flow
{
    public static int Irreducible(int n)
    {
        int sum = 0; // error: a loop that is entered in two places
        if (n > 10)
        {
            goto middle;
        }

    top:
        sum += n;
        n--;
    middle:
        sum ^= 3;
        if (n > 0)
        {
            goto top;
        }

        return sum;
    }
}
