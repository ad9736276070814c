using System.Runtime.ExceptionServices;
using Mono.Cecil;
using Skiff.Compiler.Il;
using Skiff.Compiler.Program;

namespace Skiff.Compiler;

/// <summary>Compiles freestanding C#, from the IL that the C# compiler made of it, to a wasm module.</summary>
public static class FreestandingCompiler
{
    /// <summary>Deep code is walked recursively. What is not used of the stack costs nothing.</summary>
    private const int StackSize = 256 * 1024 * 1024;

    /// <summary>Compiles what the exports of an assembly, its <c>[UnmanagedCallersOnly(EntryPoint = …)]</c> methods, reach.</summary>
    /// <param name="assemblyPath">The assembly; symbols beside it or in it give errors their source lines.</param>
    /// <param name="options">Addresses and references; <see langword="null"/> for the defaults.</param>
    /// <exception cref="CompilationException">The program uses what freestanding C# does not have; all errors are in it.</exception>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static CompilationResult Compile(string assemblyPath, CompilerOptions? options = null) =>
        Compile(assemblyPath, options ?? new CompilerOptions(), EntryPoint);

    /// <summary>Compiles what the methods that <paramref name="exportName"/> names reach.</summary>
    internal static CompilationResult Compile(string assemblyPath, CompilerOptions options, Func<MethodDefinition, string?> exportName)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyPath);
        CompilationResult? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Run, StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;

        void Run()
        {
            try
            {
                using var references = new ReferenceResolver(assemblyPath, options.ReferenceDirectories);
                using AssemblyDefinition program = references.Read(assemblyPath);
                result = new ProgramCompiler(program, references, options, exportName).Compile();
            }
            catch (Exception e) // It is thrown again on the caller's thread.
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    private static string? EntryPoint(MethodDefinition method) =>
        MethodInstance.Attribute(method, "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute")
            ?.Fields.FirstOrDefault(f => f.Name == "EntryPoint").Argument.Value as string;
}
