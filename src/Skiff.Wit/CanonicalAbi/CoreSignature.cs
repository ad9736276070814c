namespace Skiff.Wit.CanonicalAbi;

/// <summary>The type of the core function for a function (<c>flatten_functype</c>).</summary>
/// <param name="Parameters">The types of its parameters.</param>
/// <param name="Results">The types of its results.</param>
/// <param name="HasIndirectParameters">
/// Whether the parameters are in memory, as the fields of a record, and the first parameter is where.
/// </param>
/// <param name="HasReturnPointer">
/// Whether the result is in memory: when lowering, the last parameter is where to; when lifting, the result is where.
/// </param>
public sealed record CoreSignature(
    IReadOnlyList<CoreType> Parameters,
    IReadOnlyList<CoreType> Results,
    bool HasIndirectParameters,
    bool HasReturnPointer)
{
    /// <summary><c>resource.new</c>: the representation to a handle.</summary>
    public static CoreSignature ResourceNew { get; } = new([CoreType.I32], [CoreType.I32], false, false);

    /// <summary><c>resource.rep</c>: a handle to the representation.</summary>
    public static CoreSignature ResourceRep { get; } = new([CoreType.I32], [CoreType.I32], false, false);

    /// <summary><c>resource.drop</c>: takes a handle.</summary>
    public static CoreSignature ResourceDrop { get; } = new([CoreType.I32], [], false, false);

    /// <summary>A destructor: takes the representation.</summary>
    public static CoreSignature Destructor { get; } = new([CoreType.I32], [], false, false);

    /// <summary>The callback of a function that is lifted asynchronously.</summary>
    public static CoreSignature Callback { get; } =
        new([CoreType.I32, CoreType.I32, CoreType.I32], [CoreType.I32], false, false);

    /// <summary>The signature of the core function for a function.</summary>
    public static CoreSignature Of(Function function, CanonicalDirection direction, Flattening flattening)
    {
        IReadOnlyList<CoreType>? flat = flattening.Flatten(function.Parameters.Select(parameter => parameter.Type));
        int most = direction == CanonicalDirection.AsyncLower
            ? Flattening.MaximumAsyncParameters
            : Flattening.MaximumParameters;
        bool indirect = flat is null || flat.Count > most;
        List<CoreType> parameters = indirect ? [flattening.Pointer] : [.. flat!];

        IReadOnlyList<CoreType>? results = function.Result is { } result ? flattening.Flatten(result) : [];
        bool manyResults = results is null || results.Count > Flattening.MaximumResults;
        switch (direction)
        {
            case CanonicalDirection.Lift:
                return new(parameters, manyResults ? [flattening.Pointer] : results!, indirect, manyResults);
            case CanonicalDirection.Lower:
                if (manyResults)
                {
                    parameters.Add(flattening.Pointer);
                }

                return new(parameters, manyResults ? [] : results!, indirect, manyResults);
            case CanonicalDirection.AsyncLift:
                return new(parameters, [CoreType.I32], indirect, false);
            case CanonicalDirection.AsyncLiftStackful:
                return new(parameters, [], indirect, false);
            case CanonicalDirection.AsyncLower:
                bool hasResult = function.Result is not null;
                if (hasResult)
                {
                    parameters.Add(flattening.Pointer);
                }

                return new(parameters, [CoreType.I32], indirect, hasResult);
            default:
                throw new ArgumentOutOfRangeException(nameof(direction), direction, "This is no canonical definition.");
        }
    }

    /// <summary>The signature of <c>task.return</c> for the result of a function that is lifted asynchronously.</summary>
    public static CoreSignature OfTaskReturn(WitType? result, Flattening flattening)
    {
        IReadOnlyList<CoreType>? flat = result is null ? [] : flattening.Flatten(result);
        return new(flat ?? [flattening.Pointer], [], flat is null, false);
    }

    /// <summary>
    /// The signature of the function that a component calls after it has read the result of a synchronously lifted one:
    /// it takes what that returned.
    /// </summary>
    public CoreSignature ToPostReturn() => new(Results, [], false, false);

    /// <summary>Whether a function that is lifted can have something to free once its result has been read.</summary>
    public static bool NeedsPostReturn(Function function) => function.Result is { } result && result.ContainsPointer();

    /// <summary>The parameters and results.</summary>
    public override string ToString() =>
        $"({string.Join(", ", Parameters)}) -> ({string.Join(", ", Results)})".ToLowerInvariant();
}
