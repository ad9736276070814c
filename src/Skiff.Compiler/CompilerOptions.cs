namespace Skiff.Compiler;

/// <summary>How <see cref="FreestandingCompiler"/> compiles.</summary>
public sealed class CompilerOptions
{
    /// <summary>Address of the lowest byte of static data. A multiple of 16. By default 1024, so that null is no object's address.</summary>
    public uint DataBase { get; init; } = 1024;

    /// <summary>The first slot of <c>env.__indirect_function_table</c> for function pointers. By default 1, so that none is null.</summary>
    public uint TableBase { get; init; } = 1;

    /// <summary>
    /// Directories with the implementation assemblies that the program refers to, searched in order after the program's own.
    /// When empty, the directory of the running .NET runtime.
    /// </summary>
    public IReadOnlyList<string> ReferenceDirectories { get; init; } = [];
}
