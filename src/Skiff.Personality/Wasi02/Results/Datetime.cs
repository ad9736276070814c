using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `datetime`: a time since 1970.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Datetime
{
    [FieldOffset(0)]
    public ulong Seconds;

    [FieldOffset(8)]
    public uint Nanoseconds;
}
