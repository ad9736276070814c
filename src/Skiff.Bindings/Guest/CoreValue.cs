using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>An expression whose value is a core value.</summary>
/// <param name="Text">The expression, which can be an operand of a cast.</param>
/// <param name="Type">Its type.</param>
internal readonly record struct CoreValue(string Text, CoreType Type)
{
    /// <summary>The C# type of core values of a type.</summary>
    public static string NameOf(CoreType type) => type switch
    {
        CoreType.I32 => "int",
        CoreType.I64 => "long",
        CoreType.F32 => "float",
        _ => "double",
    };

    /// <summary>The value as one of the type that it is joined with others in.</summary>
    public string Widen(CoreType target) => (Type, target) switch
    {
        _ when Type == target => Text,
        (CoreType.I32, CoreType.I64) => $"(uint)({Text})",
        (CoreType.F32, CoreType.I32) => $"global::System.BitConverter.SingleToInt32Bits({Text})",
        (CoreType.F32, CoreType.I64) => $"(uint)global::System.BitConverter.SingleToInt32Bits({Text})",
        (CoreType.F64, CoreType.I64) => $"global::System.BitConverter.DoubleToInt64Bits({Text})",
        _ => throw new InvalidOperationException($"`{Type}` is not joined in `{target}`."),
    };

    /// <summary>The value of the type that was joined with others in this one.</summary>
    public CoreValue Narrow(CoreType target) => new(
        (Type, target) switch
        {
            _ when Type == target => Text,
            (CoreType.I64, CoreType.I32) => $"(int){Text}",
            (CoreType.I32, CoreType.F32) => $"global::System.BitConverter.Int32BitsToSingle({Text})",
            (CoreType.I64, CoreType.F32) => $"global::System.BitConverter.Int32BitsToSingle((int){Text})",
            (CoreType.I64, CoreType.F64) => $"global::System.BitConverter.Int64BitsToDouble({Text})",
            _ => throw new InvalidOperationException($"`{target}` is not joined in `{Type}`."),
        },
        target);
}
