using Skiff.Wasm;

namespace Skiff.Compiler;

/// <summary>What <see cref="FreestandingCompiler"/> made.</summary>
/// <param name="Module">The module.</param>
/// <param name="DataSize">Number of bytes of static data from <see cref="CompilerOptions.DataBase"/> upward; those without a data segment must be zero.</param>
/// <param name="TableSize">Number of table slots from <see cref="CompilerOptions.TableBase"/> upward.</param>
public sealed record CompilationResult(Module Module, uint DataSize, uint TableSize);
