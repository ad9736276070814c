using System.Globalization;
using System.Runtime.InteropServices;

namespace Skiff.Benchmarks.Reporting;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    /// <summary>The machine and its operating system.</summary>
    public static string Hardware => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB; {RuntimeInformation.OSDescription}");

    private static string Processor => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? line[(line.IndexOf(':') + 1)..].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();
}
