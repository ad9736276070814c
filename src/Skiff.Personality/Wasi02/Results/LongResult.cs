using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result` of one or two `u64`, of which only the first is looked at, or an error code.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct LongResult
{
    [FieldOffset(0)]
    public byte IsError;

    [FieldOffset(8)]
    public ulong Value;

    [FieldOffset(8)]
    public byte Error;
}
