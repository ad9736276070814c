using System.Diagnostics;
using System.Globalization;
using Skiff.Wasm.Fuzz;

if (args.Length < 1 || !double.TryParse(args[0], CultureInfo.InvariantCulture, out double seconds) || seconds <= 0)
{
    Console.Error.WriteLine("usage: Skiff.Wasm.Fuzz SECONDS [SEED] [FILE.wasm]...");
    return 2;
}

int seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
Fuzzer fuzzer = new(seed, [.. args.Skip(2).Select(File.ReadAllBytes)]);
var clock = Stopwatch.StartNew();
while (clock.Elapsed.TotalSeconds < seconds)
{
    if (fuzzer.RunOne() is { } failure)
    {
        Console.Error.WriteLine(failure);
        return 1;
    }
}

Console.WriteLine(fuzzer.Summary);
return 0;
