using System.Globalization;
using System.Text.Json;

// One program with a word for everything that a host decides.
switch (args.FirstOrDefault())
{
    case "arguments":
        foreach (string argument in args.Skip(1))
        {
            Console.WriteLine($"<{argument}>");
        }

        return 0;

    case "exit":
        return int.Parse(args[1]);

    case "leave":
        Environment.Exit(int.Parse(args[1]));
        return 1;

    case "throw":
        throw new InvalidOperationException("thrown on purpose");

    case "input":
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line.ToUpperInvariant());
        }

        return 0;

    case "environment":
        Console.WriteLine(Environment.GetEnvironmentVariable(args[1]) ?? "not set");
        return 0;

    case "read":
        Console.WriteLine(File.ReadAllText(args[1]));
        return 0;

    case "write":
        try
        {
            File.WriteAllText(args[1], "written by the guest");
            Console.WriteLine("written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(e.GetType().Name);
        }

        return 0;

    case "content":
        Console.WriteLine(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "sub folder", "file.txt")).Trim());
        return 0;

    case "cultures":
        foreach (string culture in new[] { "", "de", "fr" })
        {
            Console.WriteLine(Greetings.Greeting.In(CultureInfo.GetCultureInfo(culture)));
        }

        return 0;

    case "switches":
        Console.WriteLine(AppContext.TryGetSwitch("Skiff.Probe.Switch", out bool value) && value);
        Console.WriteLine(AppContext.GetData("Skiff.Probe.Text"));
        return 0;

    case "json":
        Console.WriteLine(JsonSerializer.Serialize(new Cargo("tea", [1, 2, 3], new() { ["port"] = 1.5m })));
        Console.WriteLine(JsonSerializer.Deserialize<Cargo>("""{"Name":"salt","Chests":[4],"Holds":{"stern":2}}""")!.Holds["stern"]);
        return 0;

    default:
        Console.Error.WriteLine("no such word");
        return 64;
}

record Cargo(string Name, int[] Chests, Dictionary<string, decimal> Holds);
