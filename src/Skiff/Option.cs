using System.Diagnostics.CodeAnalysis;

namespace Skiff;

/// <summary>
/// A value or none, where <see langword="null"/> cannot say so because it is one of the values: the outer of two
/// <c>option</c>s.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The type cannot always be inferred from the value: it may be null.")]
public readonly record struct Option<T>
{
    private readonly T _value;

    private Option(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>No value; the same as <see langword="default"/>.</summary>
    public static Option<T> None => default;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The option has no value; look at HasValue first.");

    /// <summary>An option with a value.</summary>
    public static Option<T> Some(T value) => new(value);

    /// <summary>The value, if there is one.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return HasValue;
    }

    /// <summary>The value in words.</summary>
    public override string ToString() => HasValue ? $"Some({_value})" : "None";
}
