using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasm_byte_vec_t</c>: bytes owned by the engine until <see cref="Delete"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ByteVector
{
    public nuint Size;
    public byte* Data;

    public readonly ReadOnlySpan<byte> Span => new(Data, checked((int)Size));

    public override readonly string ToString() => Encoding.UTF8.GetString(Span);

    /// <summary>Gives the bytes back to the engine.</summary>
    public void Delete()
    {
        fixed (ByteVector* self = &this)
        {
            NativeMethods.wasm_byte_vec_delete(self);
        }
    }
}
