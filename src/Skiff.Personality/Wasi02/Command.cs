using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>How a host starts a command.</summary>
internal static class Command
{
    /// <summary>`run` of `wasi:cli/run`: 0 for success, 1 for an error. A program ends by `exit` before it would return.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi:cli/run@0.2.12#run")]
    internal static int Run()
    {
        Boot.Run();
        return 0;
    }
}
