using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>The default seed is that of <see cref="StringHashes"/>. Nobody asks for it but those who are patched too.</summary>
[Patch(Bcl.CoreLib, "System.Marvin")]
internal static class MarvinPatch
{
    public static void _cctor()
    {
    }

    public static ulong get_DefaultSeed() => 0;

    /// <summary>Hashes sort keys of strings, always by the default seed.</summary>
    public static int ComputeHash32(ReadOnlySpan<byte> data, ulong seed) => StringHashes.IsPlain
        ? Marvin.ComputeHash32(ref MemoryMarshal.GetReference(data), (uint)data.Length, StringHashes.Low, StringHashes.High)
        : StringHashes.Compute(ref MemoryMarshal.GetReference(data), (uint)data.Length);
}
