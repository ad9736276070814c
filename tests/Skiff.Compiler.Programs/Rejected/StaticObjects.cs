namespace Skiff.Compiler.Programs.Rejected;

public static class StaticObjects
{
    private static readonly string s_text = Name();
    private static readonly int[] s_numbers = [1, 2, 3];

    public static int Text() => s_text.Length; // error: the static field s_text, which holds the object type System.String

    public static int Number(int n) => s_numbers[n]; // error: the static field s_numbers, which holds the object type System.Int32[]

    private static string Name() => new('x', 3);
}
