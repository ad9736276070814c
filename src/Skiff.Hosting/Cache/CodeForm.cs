namespace Skiff.Hosting.Cache;

/// <summary>How code of one form is compiled and mapped.</summary>
/// <param name="Compile">Compiles it.</param>
/// <param name="Deserialize">Maps it from a file.</param>
internal sealed record CodeForm<T>(Func<Engine, ReadOnlyMemory<byte>, ICompilationObserver?, T> Compile, Func<Engine, string, T> Deserialize)
    where T : class, ICompiledCode;

/// <summary>The forms that there are.</summary>
internal static class CodeForm
{
    /// <summary>Core modules.</summary>
    public static CodeForm<CompiledModule> Module { get; } = new(CompiledModule.Compile, CompiledModule.Deserialize);

    /// <summary>Components.</summary>
    public static CodeForm<CompiledComponent> Component { get; } = new(CompiledComponent.Compile, CompiledComponent.Deserialize);
}
