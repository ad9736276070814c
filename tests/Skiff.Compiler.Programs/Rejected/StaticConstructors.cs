using System.Runtime.InteropServices;

namespace Skiff.Compiler.Programs.Rejected;

public static class StaticConstructors
{
    private static readonly int s_imported = Now(); // error: a static constructor that calls the import env.now, which cannot be run at compile time

    public static int Number() => s_imported;

    public static int Endless() => EndlessHolder.Value;

    public static int Trapping() => TrappingHolder.Value;

    [DllImport("env", EntryPoint = "now")]
    private static extern int Now();

    private static class EndlessHolder
    {
        public static readonly int Value = Spin(1); // error: a static constructor that runs too long for compile time

        private static int Spin(int n)
        {
            while (n != 0)
            {
                n += 2;
            }

            return n;
        }
    }

    private static class TrappingHolder
    {
        public static readonly int Value = Divide(1, 0); // error: a static constructor that traps or that needs the instruction i32.div_s

        private static int Divide(int a, int b) => a / b;
    }
}
