using Skiff.Runtime.Guest;

// The first argument names what the program does; the tests compare its output with that of CoreCLR.
switch (args)
{
    case ["waits"]:
        Waits.Run();
        return 0;
    case ["console"]:
        ConsoleFacts.Run();
        return 0;
    case ["arguments", .. var rest]:
        Console.WriteLine(string.Join('|', rest));
        Console.WriteLine(string.Join('|', Environment.GetCommandLineArgs()[1..]));
        return 3;
    case ["ending", var ending]:
        return await Endings.Run(ending);
    case ["fresh", .. var rest]:
        await Freshness.Run(rest);
        return 0;
    case ["wasi", var fact]:
        return WasiFacts.Run(fact);
    default:
        Console.Error.WriteLine("What am I to do?");
        return 64;
}
