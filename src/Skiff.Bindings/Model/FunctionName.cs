namespace Skiff.Bindings.Model;

/// <summary>What a function is called in C#.</summary>
/// <param name="Method">The method that returns the value or throws.</param>
/// <param name="Try">The method that returns a <c>Result</c>; only functions whose type is a <c>result</c> have one.</param>
internal sealed record FunctionName(string Method, string Try);
