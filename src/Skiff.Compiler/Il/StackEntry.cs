using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Il;

/// <summary>A value on the evaluation stack (ECMA-335 §I.12.3.2.1), not yet evaluated.</summary>
internal sealed class StackEntry
{
    private StackEntry(IlType type, Expression value, bool isOwned, string? construct, IlType? token = null)
    {
        Token = token;
        Type = type;
        Value = value;
        IsOwned = isOwned;
        Construct = construct;
    }

    /// <summary>The closed type, as exactly as it is known; small integers may be typed as what they widen to.</summary>
    public IlType Type { get; }

    /// <summary>The value; of a struct the address where it lies, cheap to evaluate more than once.</summary>
    public Expression Value { get; }

    /// <summary>Of a struct, whether nothing else can change the bytes at the address.</summary>
    public bool IsOwned { get; }

    /// <summary>The construct that made a value freestanding code does not have, reported when it is used; empty when already reported.</summary>
    public string? Construct { get; }

    /// <summary>The type that a <c>typeof</c> means.</summary>
    public IlType? Token { get; }

    /// <summary>The struct type, for structs.</summary>
    public StructType? Struct => Type as StructType;

    /// <summary>What evaluating it depends on and does.</summary>
    public Effects Effects => Struct is null || IsOwned ? Value.Effects : Value.Effects | Effects.ReadsMemory;

    /// <summary>A scalar.</summary>
    public static StackEntry Scalar(IlType type, Expression value) => new(type, value, false, null);

    /// <summary>A struct at an address.</summary>
    public static StackEntry At(StructType type, Expression address, bool isOwned) => new(type, address, isOwned, null);

    /// <summary>A <c>typeof</c>, which can only be compared.</summary>
    public static StackEntry TypeOf(IlType handle, IlType type) => new(handle, Literal.I32(0), false, $"the reflection of typeof({type})", type);

    /// <summary>A value that cannot be used.</summary>
    public static StackEntry Unusable(IlType type, string construct) => new(type, Literal.I32(0), false, construct);
}
