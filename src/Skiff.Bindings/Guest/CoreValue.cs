using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>An expression whose value is a core value.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsAddress">Whether the expression is a pointer and not an integer.</param>
internal readonly record struct CoreValue(string Text, CoreType Type, bool IsAddress = false)
{
    /// <summary>The value as a pointer to bytes.</summary>
    public string Address => IsAddress ? Text : $"(byte*){Text}";

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
        (CoreType.I32, CoreType.I32) when IsAddress => $"(int){Text}",
        _ when Type == target => Text,
        (CoreType.I32, CoreType.I64) => $"(uint){Operand(Text)}",
        (CoreType.F32, CoreType.I32) => $"global::System.BitConverter.SingleToInt32Bits({Text})",
        (CoreType.F32, CoreType.I64) => $"global::System.BitConverter.SingleToUInt32Bits({Text})",
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

    /// <summary>An expression as the operand of a cast.</summary>
    public static string Operand(string text)
    {
        int depth = 0;
        foreach (char c in text)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (depth == 0 && c == ' ')
            {
                return $"({text})";
            }
        }

        return text;
    }
}
