namespace Skiff.Compiler.Programs.Rejected;

public static class Objects
{
    public static int Strings(int n)
    {
        string text = "hello"; // error: the string "hello"
        return n + text.Length; // error: a value of the object type System.String
    }

    public static int Array(int n)
    {
        int[] values = new int[n]; // error: the array new System.Int32[]
        return n;
    }

    public static object Boxing(int n)
    {
        return n; // error: Skiff.Compiler.Programs.Rejected.Objects::Boxing, which returns the object type System.Object
    }

    public static bool BoxedArgument(int n) => object.Equals(n, null); // error: the boxing of System.Int32

    public static int New(int n)
    {
        _ = new Thing(); // error: the object new Skiff.Compiler.Programs.Rejected.Objects/Thing
        _ = new List<int>(n); // error: the object new System.Collections.Generic.List`1<System.Int32>
        return n;
    }

    public static void Console(int n) => System.Console.WriteLine(n); // error: System.Console::WriteLine, which needs System.Console::get_Out, which returns the object type System.IO.TextWriter

    public static int Length(string text) => text.Length; // error: Skiff.Compiler.Programs.Rejected.Objects::Length, which has a parameter of the object type System.String

    public static int Delegate(int n)
    {
        Func<int, int> twice = static x => x * 2; // error: a delegate
        return n;
    }

    public static int Virtual(int n) => n.GetHashCode() + default(Point).GetHashCode(); // error: a virtual call of System.Object::GetHashCode on Skiff.Compiler.Programs.Rejected.Objects/Point, which does not implement it itself

    public static int Decimals(int n) => (int)(n * 1.5m); // error: decimal

    private struct Point
    {
        public int X;
    }

    private sealed class Thing;
}
