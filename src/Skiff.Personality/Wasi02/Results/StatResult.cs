using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result&lt;descriptor-stat, error-code&gt;`.</summary>
[StructLayout(LayoutKind.Explicit, Size = 104)]
internal struct StatResult
{
    [FieldOffset(0)]
    public byte IsError;

    [FieldOffset(8)]
    public byte Kind;

    [FieldOffset(8)]
    public byte Error;

    [FieldOffset(16)]
    public ulong Links;

    [FieldOffset(24)]
    public ulong Size;

    [FieldOffset(32)]
    public OptionalDatetime Accessed;

    [FieldOffset(56)]
    public OptionalDatetime Modified;

    [FieldOffset(80)]
    public OptionalDatetime Changed;
}
