internal static class Program
{
    private static async Task Main(string[] args)
    {
        await Task.Yield();
        Console.WriteLine(string.Join('|', args));
        throw new InvalidOperationException("thrown by an asynchronous Main");
    }
}
