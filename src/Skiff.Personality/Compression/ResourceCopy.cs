using System.Runtime.CompilerServices;

namespace Skiff.Personality;

/// <summary>A resource that was decompressed.</summary>
internal unsafe struct ResourceCopy
{
    /// <summary>Where it lies compressed.</summary>
    internal byte* Source;

    /// <summary>Where it lies now.</summary>
    internal byte* Content;

    /// <summary>The one before, or null.</summary>
    internal ResourceCopy* Next;

    /// <summary>The number at an address, aligned or not.</summary>
    internal static uint Number(byte* at) => Unsafe.ReadUnaligned<uint>(at);
}
