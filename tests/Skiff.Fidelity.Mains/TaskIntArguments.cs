internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        await Task.Delay(5);
        return args.Length + 40;
    }
}
