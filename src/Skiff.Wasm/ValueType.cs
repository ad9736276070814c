namespace Skiff.Wasm;

/// <summary>Placeholder until the object model lands.</summary>
internal static class ValueTypeCodes
{
    /// <summary>The binary code of <c>i32</c>: <c>0x7F</c>.</summary>
    public const byte I32 = 0x7F;
}
