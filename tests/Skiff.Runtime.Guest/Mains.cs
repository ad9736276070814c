namespace Skiff.Runtime.Guest;

/// <summary>Entry points of every form; the tests make a program of each.</summary>
internal static class Mains
{
    public static void Void() => Console.WriteLine("void");

    public static void VoidArguments(string[] args)
    {
        Console.WriteLine("void " + args.Length);
        Environment.ExitCode = 5;
    }

    public static int Int() => 4;

    public static int IntArguments(string[] args) => args.Length;

    public static uint UInt() => 6;
}
