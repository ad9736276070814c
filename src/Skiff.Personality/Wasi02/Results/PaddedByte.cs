using System.Runtime.InteropServices;

namespace Skiff.Personality;

#pragma warning disable CS0649 // The host fills it in.

/// <summary>A byte before something that is aligned to 4, such as which case of a `variant` it is.</summary>
[StructLayout(LayoutKind.Sequential, Size = 4)]
internal struct PaddedByte
{
    public byte Value;
}
