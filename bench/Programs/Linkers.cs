namespace Skiff.Benchmarks.Programs;

/// <summary>Whether Native AOT can be had on this machine.</summary>
internal static class Linkers
{
    /// <summary>Why not; null when it can.</summary>
    public static string? Missing { get; } =
        OperatingSystem.IsWindows() || IsOnPath("clang") || IsOnPath("gcc")
            ? null
            : "there is no C compiler (clang or gcc), which Native AOT links with";

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
