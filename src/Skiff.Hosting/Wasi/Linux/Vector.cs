using System.Runtime.InteropServices;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary><c>struct iovec</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Vector
{
    public byte* Start;
    public nuint Length;
}
