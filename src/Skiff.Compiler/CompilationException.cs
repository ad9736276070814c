namespace Skiff.Compiler;

/// <summary>The program is not freestanding C#; every reason is in <see cref="Errors"/>.</summary>
public sealed class CompilationException(IReadOnlyList<CompilationError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>All errors found, by file and line.</summary>
    public IReadOnlyList<CompilationError> Errors { get; } = errors;
}
