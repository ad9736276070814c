namespace Skiff.Wasm;

/// <summary>The size range of a memory, in pages of 64 KiB, or of a table, in elements (specification: types, limits).</summary>
/// <param name="Minimum">The initial size.</param>
/// <param name="Maximum">The size it can grow to; null for no limit of its own.</param>
/// <param name="IsShared">Whether threads share it; memories only, and then a maximum is required.</param>
/// <param name="Is64">Whether addresses are 64-bit.</param>
public readonly record struct Limits(ulong Minimum, ulong? Maximum = null, bool IsShared = false, bool Is64 = false)
{
    /// <summary>The type of addresses: <c>i32</c> or <c>i64</c>.</summary>
    public ValType AddressType => Is64 ? ValType.I64 : ValType.I32;
}
