namespace Skiff.Compiler;

/// <summary>Something in a program that is not freestanding C#.</summary>
/// <param name="Method">The method, as <c>Namespace.Type::Method</c>.</param>
/// <param name="Construct">What is not supported, as a noun phrase.</param>
/// <param name="File">The source file; <see langword="null"/> when there are no symbols.</param>
/// <param name="Line">The line in it, from 1; 0 when there are no symbols.</param>
public sealed record CompilationError(string Method, string Construct, string? File, int Line)
{
    /// <summary>The error in one sentence, after its place in the form that MSBuild recognises.</summary>
    public override string ToString()
    {
        string place = File is null ? "" : $"{File}({Line}): ";
        return $"{place}error: {Method} cannot be compiled as freestanding C#: it uses {Construct}.";
    }
}
