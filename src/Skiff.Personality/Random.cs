using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Entropy.</summary>
internal static unsafe class Random
{
    /// <summary>Hosts that stand on the Web's <c>getRandomValues</c> give no more at once.</summary>
    private const uint Quota = 65536;

    /// <summary><c>mono_wasm_browser_entropy</c>: fills a buffer by <c>random_get</c>; 0, or -1 when the host has none.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_browser_entropy")]
    internal static int Entropy(byte* buffer, uint size)
    {
        while (size > 0)
        {
            uint count = size < Quota ? size : Quota;
            if (Wasi.RandomGet(buffer, count) != Errno.Success)
            {
                return -1;
            }

            buffer += count;
            size -= count;
        }

        return 0;
    }
}
