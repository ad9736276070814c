using System.Reflection;
using Skiff.Compiler;
using Module = Skiff.Wasm.Module;

namespace Skiff.Personality.Tests;

/// <summary>The personality as a module: what the compiler makes of it, against what the runtime asks for.</summary>
public sealed class CompilationTests
{
    private static readonly Lazy<CompilationResult> _compiled = new(() => FreestandingCompiler.Compile(Metadata("PersonalityAssembly")));

    [Fact]
    public void It_is_freestanding_and_valid() => _compiled.Value.Module.Validate();

    [Fact]
    public void Its_data_is_small() => Assert.InRange(_compiled.Value.DataSize, 1U, 16384U);

    [Fact]
    public void It_satisfies_every_import_of_the_runtime()
    {
        string path = Metadata("RuntimeModule");
        Assert.SkipUnless(File.Exists(path), $"{path} is not restored; it is the runtime whose imports are compared.");
        Module runtime = Module.Read(File.ReadAllBytes(path));
        HashSet<string> exports = [.. _compiled.Value.Module.Exports.Select(export => export.Name)];
        string missing = string.Join(", ", runtime.Imports
            .Select(import => $"{import.Import!.Module}.{import.Import.Name}")
            .Where(name => name is not ("wasi_snapshot_preview1.environ_get" or "wasi_snapshot_preview1.environ_sizes_get"))
            .Where(name => !exports.Contains(name)));
        Assert.Equal("", missing);
    }

    private static string Metadata(string key) =>
        typeof(CompilationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
