using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>How a host starts a command.</summary>
internal static class Command
{
    /// <summary>The entry point of a WASI command.</summary>
    [UnmanagedCallersOnly(EntryPoint = "_start")]
    internal static void Start() => Boot.Run();
}
