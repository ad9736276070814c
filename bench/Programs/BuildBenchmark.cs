using System.Globalization;
using Skiff.Benchmarks.Measuring;

namespace Skiff.Benchmarks.Programs;

/// <summary>How long building and publishing the sample <c>hello</c> takes, in milliseconds.</summary>
internal static class BuildBenchmark
{
    private const int Runs = 3;

    /// <summary><c>dotnet build</c> after a line of the program changed: for WASI, and as a plain project.</summary>
    public static (Spread Wasi, Spread Plain) Build()
    {
        Console.WriteLine("building again ...");
        string wasi = SampleProjects.WriteWasi("hello", "build"), plain = SampleProjects.WritePlain("hello", "build-plain");
        List<double> wasis = [], plains = [];
        for (int run = -1; run < Runs; run++)
        {
            double one = ChangeAndRun("build", wasi), other = ChangeAndRun("build", plain);
            if (run >= 0)
            {
                wasis.Add(one);
                plains.Add(other);
            }
        }

        return (Spread.Of(wasis), Spread.Of(plains));
    }

    /// <summary><c>dotnet publish</c> without anything of an earlier build, and after a line of the program changed.</summary>
    public static (Spread Clean, Spread Change) Publish()
    {
        Console.WriteLine("publishing again ...");
        string folder = SampleProjects.WriteWasi("hello", "publish");
        ChangeAndRun("publish", folder);
        double[] clean = [.. Enumerable.Range(0, Runs).Select(_ => CleanAndPublish(folder))];
        double[] change = [.. Enumerable.Range(0, Runs).Select(_ => ChangeAndRun("publish", folder))];
        DotNet.ShutDownServers();
        return (Spread.Of(clean), Spread.Of(change));
    }

    private static double CleanAndPublish(string folder)
    {
        Directory.Delete(Path.Combine(folder, "bin"), recursive: true);
        Directory.Delete(Path.Combine(folder, "obj"), recursive: true);
        return DotNet.Run("publish", "-v", "quiet", folder).Elapsed.TotalMilliseconds;
    }

    private static double ChangeAndRun(string verb, string folder)
    {
        File.AppendAllText(Path.Combine(folder, "Program.cs"), string.Create(CultureInfo.InvariantCulture, $"Console.WriteLine(\"{Guid.NewGuid()}\");\n"));
        return DotNet.Run(verb, "-v", "quiet", folder).Elapsed.TotalMilliseconds;
    }
}
