internal static class Program
{
    private static void Main(string[] args)
    {
        Console.WriteLine(string.Join('|', args));
        Environment.ExitCode = 12;
    }
}
