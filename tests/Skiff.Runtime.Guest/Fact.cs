namespace Skiff.Runtime.Guest;

/// <summary>Writes what something gives, or how it fails.</summary>
internal static class Fact
{
    public static void Show(string name, Func<object?> value)
    {
        try
        {
            Console.WriteLine($"{name}: {value()}");
        }
        catch (Exception e)
        {
            Console.WriteLine($"{name}: {e.GetType().Name} {e.Message}");
        }
    }

    public static object? Done(Action action)
    {
        action();
        return "ok";
    }
}
