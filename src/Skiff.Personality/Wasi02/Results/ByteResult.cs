using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result` of nothing or an enumeration, or an error code; also an `option` of one.</summary>
[StructLayout(LayoutKind.Explicit, Size = 2)]
internal struct ByteResult
{
    /// <summary>0 for success, 1 for an error; of an `option`, 1 when there is something.</summary>
    [FieldOffset(0)]
    public byte IsError;

    [FieldOffset(1)]
    public byte Value;
}
