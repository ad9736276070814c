using System.Collections.Immutable;

namespace Skiff.Wasm.Components;

/// <summary>A component function, or the type of one.</summary>
public sealed class FunctionSignature : Signature
{
    internal FunctionSignature(ImmutableArray<(string Label, ResolvedType Type)> parameters, ResolvedType? result, bool isAsync) =>
        (Parameters, Result, IsAsync) = (parameters, result, isAsync);

    /// <summary>The parameters, in order.</summary>
    public ImmutableArray<(string Label, ResolvedType Type)> Parameters { get; }

    /// <summary>The result, if there is one.</summary>
    public ResolvedType? Result { get; }

    /// <summary>Whether calls may block.</summary>
    public bool IsAsync { get; }

    internal override string Kind => "function";

    /// <summary>The text of WIT.</summary>
    public override string ToString() =>
        $"{(IsAsync ? "async " : "")}func({string.Join(", ", Parameters.Select(parameter => $"{parameter.Label}: {parameter.Type}"))}){(Result is null ? "" : $" -> {Result}")}";
}
