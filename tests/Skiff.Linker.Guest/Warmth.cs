namespace Skiff.Linker.Guest;

/// <summary>What can be called before a snapshot is taken.</summary>
public static class Warmth
{
    public static int Count { get; private set; }

    public static void Rise()
    {
        Count++;
        Console.WriteLine("warmer");
    }

    public static void Fail() => throw new InvalidOperationException("too cold");

    public static void Hang()
    {
        while (true)
        {
            Count++;
        }
    }
}
