internal static class Program
{
    private static async Task Main()
    {
        await System.Threading.Tasks.Task.Delay(5);
        Console.WriteLine("task");
    }
}
