namespace Skiff.Fidelity;

/// <summary>Runs something and prints what came of it, the exception included.</summary>
internal static class Attempt
{
    /// <summary>Prints that the action returned, or what it threw.</summary>
    public static void Do(string what, Action action) => Show(what, () =>
    {
        action();
        return "ok";
    });

    /// <summary>Prints the function's result, or what it threw.</summary>
    public static void Show<T>(string what, Func<T> function)
    {
        try
        {
            WriteLine($"{what}: {Text(function())}");
        }
        catch (Exception e)
        {
            WriteLine($"{what}: {e.GetType().FullName}: {e.Message}");
        }
    }

    /// <summary>Prints the task's result, or what it threw.</summary>
    public static async Task ShowAsync<T>(string what, Func<Task<T>> function)
    {
        try
        {
            WriteLine($"{what}: {Text(await function())}");
        }
        catch (Exception e)
        {
            WriteLine($"{what}: {e.GetType().FullName}: {e.Message}");
        }
    }

    /// <summary>Prints that the task finished, or what it threw.</summary>
    public static Task DoAsync(string what, Func<Task> function) => ShowAsync(what, async () =>
    {
        await function();
        return "ok";
    });

    /// <summary>A value in one line: sequences in brackets, null as null.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Text)) + "]",
        _ => value.ToString() ?? "null",
    };
}
