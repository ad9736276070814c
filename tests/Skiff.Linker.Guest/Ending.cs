namespace Skiff.Linker.Guest;

/// <summary>Ways in which a program may end, and what it leaves behind.</summary>
internal static class Ending
{
    private static int s_count;

    public static int By(string way)
    {
        s_count++;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine($"{way}: {s_count}");
        Environment.SetEnvironmentVariable("SKIFF_ENDING", way);
        switch (way)
        {
            case "throw":
                throw new InvalidOperationException(way);
            case "exit":
                Environment.Exit(4);
                break;
            case "abort":
                Environment.FailFast(way);
                break;
            case "hang":
                while (true)
                {
                    s_count++;
                }

            case "write":
                File.WriteAllText("written.txt", way);
                break;
            case "read":
                Console.WriteLine(File.ReadAllText("/poem.txt") + Console.In.ReadToEnd());
                break;
        }

        return 0;
    }
}
