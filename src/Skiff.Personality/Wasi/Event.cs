using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Something that was waited for and happened (WASI preview1 `event`, 32 bytes).</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct Event
{
    [FieldOffset(0)]
    public ulong UserData;

    [FieldOffset(8)]
    public ushort Error;

    [FieldOffset(10)]
    public byte Type;
}
