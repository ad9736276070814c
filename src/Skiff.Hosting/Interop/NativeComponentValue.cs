using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_component_val_t</c>: a kind, and a union of what each kind has.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal unsafe struct NativeComponentValue
{
    [FieldOffset(0)]
    public ComponentValueKind Kind;

    /// <summary>The bits of a number, as many as it has.</summary>
    [FieldOffset(8)]
    public ulong Bits;

    /// <summary>The text of a string, the name of a variant's case or an enumeration's.</summary>
    [FieldOffset(8)]
    public ByteVector Text;

    /// <summary>The elements of a list, record, tuple, map or of flags.</summary>
    [FieldOffset(8)]
    public ComponentVector Elements;

    /// <summary>What an option has, or null.</summary>
    [FieldOffset(8)]
    public NativeComponentValue* Some;

    /// <summary>Whether a result is a success.</summary>
    [FieldOffset(8)]
    public byte IsOk;

    /// <summary>What a result carries, or null.</summary>
    [FieldOffset(16)]
    public NativeComponentValue* Outcome;

    /// <summary>What a variant's case carries, or null.</summary>
    [FieldOffset(24)]
    public NativeComponentValue* Payload;

    /// <summary>A <c>wasmtime_component_resource_any_t</c>.</summary>
    [FieldOffset(8)]
    public nint Resource;
}
