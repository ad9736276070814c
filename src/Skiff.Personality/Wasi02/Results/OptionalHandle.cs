using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>An `option` of a handle.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
internal struct OptionalHandle
{
    [FieldOffset(0)]
    public byte IsSome;

    [FieldOffset(4)]
    public int Handle;
}
