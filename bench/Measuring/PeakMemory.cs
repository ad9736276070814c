using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Skiff.Benchmarks.Measuring;

/// <summary>
/// The most memory that a process has in RAM, as Linux counts it. A process inherits the count of the one that
/// starts it, so a small shell starts it and leaves it to this process, which waits for it.
/// </summary>
internal static unsafe partial class PeakMemory
{
    private const int SetChildSubreaper = 36;
    private const int MaximumResidentSet = 4;

    // The command begins when it is told to: when the shell has ended, which would wait for it otherwise.
    private const string Script = """exec 3<&0; { read -r go <&3; exec 3<&-; exec "$@" >/dev/null 2>&1 </dev/null; } & echo $!""";

    /// <summary>Whether it can be measured here.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Runs a command to its end.</summary>
    /// <returns>The peak in bytes.</returns>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static double Of(IReadOnlyList<string> command)
    {
        if (PrCtl(SetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new InvalidOperationException($"prctl failed with error {Marshal.GetLastPInvokeError()}.");
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", .. command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process shell = Process.Start(start)!;
        int id = int.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        shell.WaitForExit();
        shell.StandardInput.WriteLine();
        int status;
        // struct rusage: two struct timeval, then ru_maxrss in kilobytes.
        long* usage = stackalloc long[32];
        return Wait4(id, &status, 0, usage) == id && status == 0
            ? usage[MaximumResidentSet] * 1024.0
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with status {status}.");
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int PrCtl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait4(int id, int* status, int options, void* usage);
}
