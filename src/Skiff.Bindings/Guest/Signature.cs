using Skiff.Bindings.Model;
using Skiff.Bindings.Names;
using Skiff.Bindings.Writing;
using Skiff.Wit;

namespace Skiff.Bindings.Guest;

/// <summary>The C# signature of a function.</summary>
internal sealed class Signature
{
    private readonly ItemScope _scope;

    public Signature(ItemScope scope, Function function)
    {
        _scope = scope;
        Function = function;
        bool isMethod = function.Kind == FunctionKind.Method;
        Parameters =
        [
            .. function.Parameters.Skip(isMethod ? 1 : 0)
                .Select(item => (Locals.Add(Identifiers.Camel(item.Name)), item.Type)),
        ];
        Outcome = function.Result?.Unaliased as ResultType;
    }

    /// <summary>The function.</summary>
    public Function Function { get; }

    /// <summary>The names in use.</summary>
    public Locals Locals { get; } = new();

    /// <summary>The parameters without <c>self</c>.</summary>
    public IReadOnlyList<(string Name, WitType Type)> Parameters { get; }

    /// <summary>The type of the result when that is a <c>result</c>.</summary>
    public ResultType? Outcome { get; }

    /// <summary>The type of the method that returns the value or throws.</summary>
    public string ReturnType => Outcome is null ? Of(Function.Result) : Of(Outcome.Ok);

    /// <summary>The type of the method that returns a <c>Result</c>.</summary>
    public string OutcomeType => TypeNames.OfResult(Outcome!, _scope);

    /// <summary>The type of the error of a <c>result</c>.</summary>
    public string ErrorType => TypeNames.OfCase(Outcome!.Error, _scope);

    /// <summary>The declarations of the parameters.</summary>
    public string Declarations =>
        string.Join(", ", Parameters.Select(item => $"{TypeNames.OfParameter(item.Type, _scope)} {item.Name}"));

    /// <summary>The names of the parameters.</summary>
    public string Arguments => string.Join(", ", Parameters.Select(item => item.Name));

    private string Of(WitType? type) => type is null ? "void" : TypeNames.Of(type, _scope);
}
