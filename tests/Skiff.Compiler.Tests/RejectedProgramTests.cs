using RejectedFlow = Skiff.Compiler.Programs.Rejected.Flow;

namespace Skiff.Compiler.Tests;

/// <summary>Each type of Skiff.Compiler.Programs.Rejected says in comments which lines are in error and why.</summary>
public class RejectedProgramTests
{
    private const string Marker = "// error: ";

    public static TheoryData<string> Names => [.. typeof(RejectedFlow).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(RejectedFlow).Namespace && t.IsPublic).Select(t => t.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_error_is_reported_with_its_line(string name)
    {
        string[] source = File.ReadAllLines(Path.Combine(Setting.Sources, "Rejected", name + ".cs"));
        List<string> expected = [.. from line in source.Index()
                                    where line.Item.Contains(Marker, StringComparison.Ordinal)
                                    select $"{name}.cs({line.Index + 1}): {line.Item[(line.Item.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..]}"];
        CompilationException exception = Assert.Throws<CompilationException>(() => FreestandingCompiler.Compile(
            typeof(RejectedFlow).Assembly.Location,
            new CompilerOptions { ReferenceDirectories = Setting.RuntimePack },
            method => method.DeclaringType.FullName == $"{typeof(RejectedFlow).Namespace}.{name}" && method.IsPublic ? method.Name : null));
        string actual = string.Join('\n', exception.Errors.Select(e => $"{Path.GetFileName(e.File)}({e.Line}): {e.Construct}"));
        Assert.Equal(string.Join('\n', expected), actual);
    }
}
