using Skiff.Benchmarks;
using Skiff.Benchmarks.Measuring;
using Skiff.Benchmarks.Programs;
using Skiff.Benchmarks.Reporting;

// Skiff against CoreCLR on this machine: dotnet run -c Release --project bench [-- RUNS]
//
// Prints the results and writes them to docs/benchmarks. Exit code 1 when a limit is missed.
if (!Repository.IsRelease)
{
    Console.Error.WriteLine("A debug build measures nothing worth knowing; run: dotnet run -c Release --project bench");
    return 2;
}

if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], out int given) || given < 1)))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench [-- RUNS], where RUNS is how often each is run, 9 unless given");
    return 2;
}

int runs = args.Length == 1 ? int.Parse(args[0]) : 9;
Directory.CreateDirectory(Repository.Work);
SampleProjects.Prepare();
SkiffCommand skiff = SkiffCommand.Build();
var samples = ((string[])["hello", "wordcount"]).ToDictionary(sample => sample, BuiltSample.Build);
var forms = new Forms(skiff, samples);

(string novel, string note) = Corpus.Write(Repository.Work);
Workload hello = new("hello", "hello", null);
Workload small = new("word count of 1 KB", "wordcount", note);
Workload large = new("word count of 5.5 MB", "wordcount", novel);
IReadOnlyList<Measurement> measurements = [.. ((Workload[])[hello, small, large]).SelectMany(workload => FormBenchmark.Run(workload, forms.All, runs))];

Spread instance = InstanceBenchmark.Run(samples["hello"].Module);
(Spread clean, Spread change) = BuildBenchmark.Publish();
(Spread wasiBuild, Spread plainBuild) = BuildBenchmark.Build();

Measurement Of(Workload workload, Form form) => measurements.Single(measurement => measurement.Workload == workload && measurement.Form == form);
double WholeProcess(Workload workload, Form form) => Of(workload, form).Process.Median;
double InsideMain(Workload workload, Form form) => Of(workload, form).InsideMain.Median;

var results = new Results(
    measurements,
    [
        ("published hello, made and run in one process", instance),
        ("dotnet publish of hello, from clean", clean),
        ("dotnet publish of hello, after a line changed", change),
        ("dotnet build of hello, after a line changed", wasiBuild),
        ("the same as a plain net10.0 project", plainBuild),
    ],
    [
        Check.Size("published hello", Of(hello, forms.Published).FileSize, 4_000_000),
        Check.Size("published word count", Of(small, forms.Published).FileSize, 4_500_000),
        Check.Ratio("published hello, process, to CoreCLR's", WholeProcess(hello, forms.Published), WholeProcess(hello, forms.CoreClr), 0.5),
        Check.Ratio("published word count of 1 KB, process, to CoreCLR's", WholeProcess(small, forms.Published), WholeProcess(small, forms.CoreClr), 0.5),
        Check.Time("published hello, made and run in one process", instance.Median, 5),
        Check.Ratio("word count of 5.5 MB inside Main, published to AppBundle", InsideMain(large, forms.Published), InsideMain(large, forms.AppBundle), 1.05),
        Check.Ratio("AppBundle hello, process, to CoreCLR's", WholeProcess(hello, forms.AppBundle), WholeProcess(hello, forms.CoreClr), 5),
        Check.Ratio("word count of 5.5 MB inside Main, AppBundle to CoreCLR", InsideMain(large, forms.AppBundle), InsideMain(large, forms.CoreClr), 10),
        Check.Time("dotnet publish of hello, from clean", clean.Median, 15_000),
        Check.Time("dotnet publish of hello, after a line changed", change.Median, 5_000),
        Check.Time("dotnet build after a line changed, beyond a plain project", wasiBuild.Median - plainBuild.Median, 1_000),
    ],
    skiff.Form,
    runs,
    [
        .. forms.Native is null ? [$"CoreCLR, Native AOT: {Linkers.Missing}"] : (string[])[],
        .. PeakMemory.IsSupported ? (string[])[] : ["peak memory, which is measured on Linux only"],
    ]);
ConsoleReport.Write(results);
Chart.Write(measurements, Path.Combine(Directory.CreateDirectory(Repository.Results).FullName, Document.ChartFile));
Console.WriteLine($"\nwritten to {Document.Write(results, Repository.Results)}");
return results.Checks.All(check => check.IsMet) ? 0 : 1;
