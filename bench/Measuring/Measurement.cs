namespace Skiff.Benchmarks.Measuring;

/// <summary>One program with one input in one form. Times are in milliseconds, sizes in bytes.</summary>
/// <param name="Workload">The program and its input.</param>
/// <param name="Form">The form.</param>
/// <param name="FileSize">What has to be deployed.</param>
/// <param name="GzipSize">The same, compressed.</param>
/// <param name="Process">From before the process is created until it has ended.</param>
/// <param name="ToMain">From before the process is created until the first statement of Main.</param>
/// <param name="InsideMain">From the first statement of Main until it has returned.</param>
/// <param name="PeakMemory">The most memory that the process had in RAM; null where that cannot be measured.</param>
internal sealed record Measurement(
    Workload Workload, Form Form, long FileSize, long GzipSize, Spread Process, Spread ToMain, Spread InsideMain, Spread? PeakMemory);
