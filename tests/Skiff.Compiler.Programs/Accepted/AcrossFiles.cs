namespace Skiff.Compiler.Programs.Accepted;

public static class AcrossFiles
{
    public static int Call(int n) => OtherFile.Scale(n) + OtherFile.Inner.Shift(n) + OtherFile.Constant + Local(n);

    private static int Local(int n)
    {
        return Twice(n) + Thrice(n);

        static int Twice(int n) => n * 2;

        int Thrice(int m) => (m * 2) + n;
    }
}
