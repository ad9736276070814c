using System.Diagnostics.CodeAnalysis;

namespace Skiff;

/// <summary>The outcome of something that can fail: the <c>result</c> of WIT as a value.</summary>
/// <typeparam name="TOk">The type of the value in case of success; <see cref="Unit"/> where there is none.</typeparam>
/// <typeparam name="TError">The type of the value in case of failure; <see cref="Unit"/> where there is none.</typeparam>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Neither type can be inferred from a value of the other.")]
public readonly record struct Result<TOk, TError>
{
    private readonly TOk _value;
    private readonly TError _error;

    private Result(bool isOk, TOk value, TError error)
    {
        IsOk = isOk;
        _value = value;
        _error = error;
    }

    /// <summary>Whether it is a success. A <see langword="default"/> result is a failure.</summary>
    public bool IsOk { get; }

    /// <summary>The value of a success.</summary>
    /// <exception cref="ResultException">It is a failure; a <see cref="ResultException{TError}"/> that carries the error, where there is one.</exception>
    public TOk Value => IsOk ? _value : throw ToException();

    /// <summary>The error of a failure.</summary>
    /// <exception cref="InvalidOperationException">It is a success.</exception>
    public TError Error =>
        IsOk ? throw new InvalidOperationException("The result is a success, which has no error; look at IsOk first.") : _error;

    /// <summary>A success.</summary>
    public static Result<TOk, TError> Ok(TOk value) => new(true, value, default!);

    /// <summary>A failure.</summary>
    public static Result<TOk, TError> Fail(TError error) => new(false, default!, error);

    /// <summary>A success.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Ok is it.")]
    public static implicit operator Result<TOk, TError>(TOk value) => Ok(value);

    /// <summary>A failure.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Fail is it.")]
    public static implicit operator Result<TOk, TError>(TError error) => Fail(error);

    /// <summary>The value of a success, or the error of a failure.</summary>
    /// <returns>Whether it is a success.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out TOk value, [MaybeNullWhen(true)] out TError error)
    {
        value = _value;
        error = _error;
        return IsOk;
    }

    /// <summary>The outcome in words.</summary>
    public override string ToString() => IsOk ? $"Ok({_value})" : $"Fail({_error})";

    private ResultException ToException() =>
        typeof(TError) == typeof(Unit) ? new ResultException() : new ResultException<TError>(_error);
}
