using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result` of a handle, or an error code.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
internal struct HandleResult
{
    [FieldOffset(0)]
    public byte IsError;

    [FieldOffset(4)]
    public int Handle;

    [FieldOffset(4)]
    public byte Error;
}
