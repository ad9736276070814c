using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>`wasi:io/poll`.</summary>
internal static unsafe class Pollables
{
    private const string Module = "wasi:io/poll@0.2.12";

    /// <summary>Waits until at least one is ready; the result is a list of the places, as `u32`, of those that are.</summary>
    [DllImport(Module, EntryPoint = "poll")]
    internal static extern void Poll(int* pollables, uint count, List* result);

    [DllImport(Module, EntryPoint = "[method]pollable.block")]
    internal static extern void Block(int pollable);

    [DllImport(Module, EntryPoint = "[resource-drop]pollable")]
    internal static extern void Drop(int pollable);
}
