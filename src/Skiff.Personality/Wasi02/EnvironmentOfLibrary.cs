using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The environment as the C library asks for it, by imports that a host of preview1 satisfies itself.</summary>
internal static unsafe class EnvironmentOfLibrary
{
    /// <summary><c>environ_sizes_get</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.environ_sizes_get")]
    internal static int Sizes(uint* count, uint* size) => Wasi.EnvironSizesGet(count, size);

    /// <summary><c>environ_get</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.environ_get")]
    internal static int Get(byte** variables, byte* buffer) => Wasi.EnvironGet(variables, buffer);
}
