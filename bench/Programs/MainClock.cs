using System.Text.RegularExpressions;

namespace Skiff.Benchmarks.Programs;

/// <summary>What is added to a sample so that it says, as its last line, when its Main began and ended.</summary>
internal static partial class MainClock
{
    /// <summary>The beginning of that line; the two times follow, in ticks of <see cref="DateTime.UtcNow"/>.</summary>
    public const string Mark = "Main ";

    private const string Source = """
        internal static class MainClock
        {
            public static void Start()
            {
                long began = System.DateTime.UtcNow.Ticks;
                System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                {
                    long ended = System.DateTime.UtcNow.Ticks;
                    System.Console.WriteLine("Main " + began.ToString() + " " + ended.ToString());
                };
            }
        }
        """;

    /// <summary>Adds it to the project in a folder, whose Program.cs has top-level statements.</summary>
    public static void AddTo(string folder)
    {
        string program = Path.Combine(folder, "Program.cs");
        string text = File.ReadAllText(program);
        Match directives = Directives().Match(text);
        File.WriteAllText(program, text.Insert(directives.Length, "MainClock.Start();\n"));
        File.WriteAllText(Path.Combine(folder, "MainClock.cs"), Source);
    }

    [GeneratedRegex(@"\A(//.*\n|using .*\n|\s*\n)*")]
    private static partial Regex Directives();
}
