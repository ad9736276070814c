using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>C's <c>struct timespec</c>, 16 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Timespec
{
    [FieldOffset(0)]
    public long Seconds;

    [FieldOffset(8)]
    public int Nanoseconds;
}
