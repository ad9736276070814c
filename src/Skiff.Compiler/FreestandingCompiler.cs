using Mono.Cecil;
using Skiff.Compiler.Il;
using Skiff.Compiler.Program;

namespace Skiff.Compiler;

/// <summary>Compiles freestanding C#, from the IL that the C# compiler made of it, to a wasm module.</summary>
public static class FreestandingCompiler
{
    /// <summary>Compiles what the exports of an assembly, its <c>[UnmanagedCallersOnly(EntryPoint = …)]</c> methods, reach.</summary>
    /// <param name="assemblyPath">The assembly; symbols beside it or in it give errors their source lines.</param>
    /// <param name="options">Addresses and references; <see langword="null"/> for the defaults.</param>
    /// <exception cref="CompilationException">The program uses what freestanding C# does not have; all errors are in it.</exception>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static CompilationResult Compile(string assemblyPath, CompilerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyPath);
        options ??= new CompilerOptions();
        using var references = new ReferenceResolver(assemblyPath, options.ReferenceDirectories);
        using AssemblyDefinition program = references.Read(assemblyPath);
        return new ProgramCompiler(program, references, options).Compile();
    }
}
