namespace Skiff.Fidelity.Memory;

public static class Recursion
{
    [Program]
    public static void Deep()
    {
        WriteLine(Count(4000));
        WriteLine(Ackermann(2, 60));
        WriteLine(Mutual(3000));
        int caught = 0;
        Throwing(300);
        WriteLine(caught);
        WriteLine(Enumerable.Range(0, 300).Aggregate((Func<int, int>)(x => x), (f, i) => x => f(x) + 1)(0));
        object nested = "leaf";
        for (int i = 0; i < 500; i++)
        {
            nested = new object[] { nested };
        }

        WriteLine(Depth(nested));
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        WriteLine(System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack());

        static int Count(int n) => n == 0 ? 0 : 1 + Count(n - 1);

        static int Ackermann(int m, int n) => m == 0 ? n + 1 : n == 0 ? Ackermann(m - 1, 1) : Ackermann(m - 1, Ackermann(m, n - 1));

        static bool Mutual(int n) => n == 0 || Other(n - 1);

        static bool Other(int n) => n != 0 && Mutual(n - 1);

        static int Depth(object o) => o is object[] { Length: 1 } a ? 1 + Depth(a[0]) : 0;

        void Throwing(int n)
        {
            try
            {
                if (n == 0)
                {
                    throw new Exception("bottom");
                }

                Throwing(n - 1);
            }
            catch (Exception) when (n % 100 == 0)
            {
                caught++;
                if (n < 300)
                {
                    throw;
                }
            }
        }
    }
}
