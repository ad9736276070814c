namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// The core type of a lifted or lowered function (specification: canonical ABI, flattening), and what options it needs.
/// </summary>
internal sealed class FlatSignature
{
    private const int MaximumParameters = 16;
    private const int MaximumAsyncParameters = 4;
    private const int MaximumResults = 1;

    private FlatSignature(FunctionType type, bool needsMemory, bool needsRealloc) =>
        (Type, NeedsMemory, NeedsRealloc) = (type, needsMemory, needsRealloc);

    public FunctionType Type { get; }

    public bool NeedsMemory { get; }

    public bool NeedsRealloc { get; }

    public static FlatSignature OfLift(FunctionSignature function, ValType pointer, bool isAsync, bool hasCallback)
    {
        Flattening flattening = new(pointer);
        bool hasPointer = function.Parameters.Any(parameter => parameter.Type.HasPointer);
        List<ValType>? parameters = flattening.Flatten(function.Parameters.Select(parameter => parameter.Type), MaximumParameters);
        bool needsRealloc = parameters is null || hasPointer;
        parameters ??= [pointer];
        if (isAsync)
        {
            return new FlatSignature(
                new FunctionType(parameters, hasCallback ? ValType.I32 : null), needsRealloc || function.Result is { HasPointer: true }, needsRealloc);
        }

        List<ValType>? results = flattening.Flatten(Results(function), MaximumResults);
        return new FlatSignature(
            new FunctionType(parameters, results ?? [pointer]),
            needsRealloc || results is null || function.Result is { HasPointer: true },
            needsRealloc);
    }

    public static FlatSignature OfLower(FunctionSignature function, ValType pointer, bool isAsync)
    {
        Flattening flattening = new(pointer);
        List<ValType>? parameters = flattening.Flatten(
            function.Parameters.Select(parameter => parameter.Type), isAsync ? MaximumAsyncParameters : MaximumParameters);
        List<ValType>? results = flattening.Flatten(Results(function), isAsync ? 0 : MaximumResults);
        bool returnsPointer = function.Result is { HasPointer: true };
        bool needsMemory = parameters is null || results is null || returnsPointer || function.Parameters.Any(parameter => parameter.Type.HasPointer);
        parameters ??= [pointer];
        if (results is null)
        {
            parameters.Add(pointer);
        }

        return new FlatSignature(new FunctionType(parameters, isAsync ? [ValType.I32] : results ?? []), needsMemory, returnsPointer);
    }

    /// <summary>The core function <c>task.return</c>.</summary>
    public static FlatSignature OfTaskReturn(ResolvedType? result, ValType pointer)
    {
        List<ValType>? flat = new Flattening(pointer).Flatten(result is null ? [] : [result], MaximumParameters);
        return new FlatSignature(new FunctionType(flat ?? [pointer]), flat is null || result is { HasPointer: true }, needsRealloc: false);
    }

    private static IEnumerable<ResolvedType> Results(FunctionSignature function) => function.Result is null ? [] : [function.Result];
}
