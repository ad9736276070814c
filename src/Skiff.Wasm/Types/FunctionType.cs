using System.Collections.Immutable;

namespace Skiff.Wasm;

/// <summary>The type of a function, block or tag: parameters and results (specification: types, function types).</summary>
public sealed class FunctionType : DefinedType, IEquatable<FunctionType>
{
    /// <summary>Makes a function type.</summary>
    public FunctionType(IEnumerable<ValType> parameters, IEnumerable<ValType> results)
    {
        Parameters = [.. parameters];
        Results = [.. results];
    }

    /// <summary>Makes a function type with at most one result.</summary>
    public FunctionType(IEnumerable<ValType> parameters, ValType? result = null)
        : this(parameters, result is { } type ? [type] : Array.Empty<ValType>())
    {
    }

    /// <summary>The types of the parameters, the first first.</summary>
    public ImmutableArray<ValType> Parameters { get; internal set; }

    /// <summary>The types of the results, the first first.</summary>
    public ImmutableArray<ValType> Results { get; internal set; }

    internal override string Kind => "func";

    /// <inheritdoc/>
    public bool Equals(FunctionType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && IsPlain && other.IsPlain
            && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan())
            && Results.AsSpan().SequenceEqual(other.Results.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FunctionType);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (ValType type in Parameters)
        {
            hash.Add(type);
        }

        hash.Add(Results.Length);
        foreach (ValType type in Results)
        {
            hash.Add(type);
        }

        return hash.ToHashCode();
    }

    /// <summary>The type in the form <c>[i32 i64] -> [f32]</c>.</summary>
    public override string ToString() => $"[{string.Join(' ', Parameters)}] -> [{string.Join(' ', Results)}]";
}
