internal static class Program
{
    private static int Main()
    {
        Console.WriteLine("int");
        return 21;
    }
}
