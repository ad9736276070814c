using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>An `option&lt;datetime&gt;`.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct OptionalDatetime
{
    [FieldOffset(0)]
    public byte IsSome;

    [FieldOffset(8)]
    public Datetime Value;
}
