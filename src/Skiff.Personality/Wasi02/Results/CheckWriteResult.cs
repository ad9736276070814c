using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A `result&lt;u64, stream-error&gt;`.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct CheckWriteResult
{
    [FieldOffset(0)]
    public byte IsError;

    /// <summary>How many bytes can be written.</summary>
    [FieldOffset(8)]
    public ulong Room;

    /// <summary>0 when the last operation failed, 1 when the stream is closed.</summary>
    [FieldOffset(8)]
    public byte IsClosed;

    /// <summary>The handle of what failed.</summary>
    [FieldOffset(12)]
    public int Failure;
}
