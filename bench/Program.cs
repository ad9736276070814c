using Skiff.Benchmarks;

// Skiff against CoreCLR on this machine: dotnet run -c Release --project bench [-- RUNS]
//
// The two are run in turn, so that what else the machine does falls on both; what is printed are medians.
if (!Repository.IsRelease)
{
    Console.Error.WriteLine("A debug build measures nothing worth knowing; run: dotnet run -c Release --project bench");
    return 2;
}

if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], out _)))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench [-- RUNS], where RUNS is how often each is run, 9 unless given");
    return 2;
}

int runs = args.Length == 1 ? int.Parse(args[0]) : 9;
string directory = Directory.CreateTempSubdirectory("skiff-bench-").FullName;
try
{
    List<Row> rows = [.. WordCountBenchmark.Run(directory, runs), StartBenchmark.Run(runs), BuildBenchmark.Run(directory, runs)];
    Table.Write(rows, runs);
    return rows.TrueForAll(row => row.IsMet) ? 0 : 1;
}
finally
{
    Directory.Delete(directory, recursive: true);
}
