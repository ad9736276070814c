using System.Diagnostics;
using Skiff.Hosting;

namespace Skiff.Benchmarks.Measuring;

/// <summary>How long a guest takes in a process that has loaded its module: making an instance, and running it to its end.</summary>
internal static class InstanceBenchmark
{
    private const int WarmUps = 20;
    private const int Runs = 100;

    /// <summary>Measures a module, in milliseconds.</summary>
    public static Spread Run(string module)
    {
        Console.WriteLine("instances in one process ...");
        using var engine = new Engine(new EngineOptions());
        using CompiledModule compiled = CompilationCache.Default is { } cache
            ? cache.Load(engine, module)
            : CompiledModule.Compile(engine, File.ReadAllBytes(module));
        using var command = new WasiCommand(compiled);
        var options = new GuestOptions { Arguments = [Path.GetFileName(module)] };
        return Spread.Of(Enumerable.Range(0, WarmUps + Runs).Select(_ => Time(command, options)).ToArray().Skip(WarmUps));
    }

    private static double Time(WasiCommand command, GuestOptions options)
    {
        long begin = Stopwatch.GetTimestamp();
        int exitCode = command.Run(options);
        return exitCode == 0 ? Stopwatch.GetElapsedTime(begin).TotalMilliseconds : throw new InvalidOperationException($"The guest ended with {exitCode}.");
    }
}
