using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Skiff.Wit.Files;
using Skiff.Wit.Fuzz;
using Skiff.Wit.Text;

// Feeds WIT texts that are broken at random to everything that reads WIT, for a time:
//   dotnet run -c Release --project tests/Skiff.Wit.Fuzz -- [seconds] [seed]
// Exit code 0: nothing went wrong. 1: something did; the text is in the file that is named.
if (args.Length > 2
    || !int.TryParse(args.ElementAtOrDefault(0) ?? "60", NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
    || !int.TryParse(args.ElementAtOrDefault(1) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int seed))
{
    Console.Error.WriteLine("usage: Skiff.Wit.Fuzz [seconds] [seed]");
    return 2;
}

const int StackSize = 1 << 20;
const long MemoryLimit = 1L << 30;
TimeSpan longest = TimeSpan.FromSeconds(10);

string[] files =
[
    .. Directory.GetFiles(Metadata("WasiDirectory"), "*.wit", SearchOption.AllDirectories),
    .. Directory.GetFiles(Metadata("DataDirectory"), "*.wit", SearchOption.AllDirectories),
];
Array.Sort(files, StringComparer.Ordinal);
IReadOnlyList<IReadOnlyList<WitFile>> library = WitFolder.ReadPackages(Metadata("WasiDirectory"));
Mutator mutator = new(new Random(seed), [.. files.Select(File.ReadAllText)]);
Stopwatch clock = Stopwatch.StartNew();
string? current = null;
string? failure = null;
long started = 0;
int count = 0;
int valid = 0;

// A stack as small as those that compilers run on: what recurses without bound is found.
Thread worker = new(
    () =>
    {
        while (clock.Elapsed.TotalSeconds < seconds && failure is null)
        {
            string text = mutator.Next();
            Volatile.Write(ref started, clock.ElapsedMilliseconds);
            Volatile.Write(ref current, text);
            try
            {
                valid += Check.Run(text, count % 4 == 0 ? library : []) ? 1 : 0;
            }
#pragma warning disable CA1031 // Any exception is the finding.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = exception.ToString();
            }

            count++;
        }

        Volatile.Write(ref current, null);
    },
    StackSize);
worker.IsBackground = true;
worker.Start();
while (!worker.Join(TimeSpan.FromMilliseconds(200)) && failure is null)
{
    if (Volatile.Read(ref current) is not null
        && clock.ElapsedMilliseconds - Volatile.Read(ref started) > longest.TotalMilliseconds)
    {
        failure = $"Reading takes more than {longest.TotalSeconds} seconds.";
    }
    else if (GC.GetTotalMemory(forceFullCollection: false) > MemoryLimit && GC.GetTotalMemory(forceFullCollection: true) > MemoryLimit)
    {
        failure = $"Reading takes more than {MemoryLimit >> 20} MiB of memory.";
    }
}

Console.WriteLine($"{count} texts in {clock.Elapsed.TotalSeconds:F0} s with the seed {seed}; {valid} of them valid.");
if (failure is null)
{
    return 0;
}

string file = Path.Combine(Path.GetTempPath(), $"skiff-wit-fuzz-{seed}.wit");
File.WriteAllText(file, Volatile.Read(ref current) ?? "");
Console.Error.WriteLine($"{failure}\nThe text is in {file}.");
return 1;

static string Metadata(string key) =>
    typeof(Mutator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
