using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>What is known of a preopened descriptor (WASI preview1 `prestat`, 8 bytes).</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
internal struct Prestat
{
    /// <summary>The only tag there is: a directory.</summary>
    internal const byte Directory = 0;

    [FieldOffset(0)]
    public byte Tag;

    /// <summary>The length of the directory's name, in bytes.</summary>
    [FieldOffset(4)]
    public uint NameLength;
}
