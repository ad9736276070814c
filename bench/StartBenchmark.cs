namespace Skiff.Benchmarks;

/// <summary>How long a program takes that does nearly nothing, once its machine code is cached.</summary>
internal static class StartBenchmark
{
    /// <summary>Measures the sample <c>hello</c>.</summary>
    public static Row Run(int runs)
    {
        Console.WriteLine("start ...");
        DotNet.Run("build", "-c", "Release", "-v", "quiet", Repository.Sample("hello"));
        string output = Repository.SampleOutput("hello");
        (TimeSpan[] skiff, TimeSpan[] coreClr) = Median.InTurn(
            runs,
            () => [DotNet.Run(Repository.Skiff, "run", Path.Combine(output, "AppBundle")).Elapsed],
            () => [DotNet.Run(Path.Combine(output, "hello.dll")).Elapsed]);
        return Row.Ratio("hello, whole process", skiff[0], coreClr[0], limit: 5);
    }
}
