using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>`wasi:random/random`.</summary>
internal static unsafe class RandomNumbers
{
    private const string Module = "wasi:random/random@0.2.12";

    [DllImport(Module, EntryPoint = "get-random-bytes")]
    internal static extern void GetBytes(ulong length, List* result);

    [DllImport(Module, EntryPoint = "get-random-u64")]
    internal static extern ulong GetNumber();
}
