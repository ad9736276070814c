using System.Text;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

/// <summary>Texts that nest or chain beyond measure get an error, not the end of the stack.</summary>
public sealed class LimitTests
{
    private const int Many = 5000;

    [Fact]
    public void Types_nest_at_most_100_deep() =>
        Assert.Equal(
            DiagnosticCode.TooDeep,
            TestData.SingleError($"package a:b; interface i {{ type t = {Repeat("option<", Many)}u8{Repeat(">", Many)}; }}").Code);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Definitions_nest_at_most_300_deep(bool forward)
    {
        IEnumerable<string> types = Enumerable.Range(1, Many).Select(i => $"type t{i} = option<t{i - 1}>;\n");
        string text = $"package a:b; interface i {{ type t0 = u8;\n {string.Concat(forward ? types : types.Reverse())} }}";

        Assert.Contains(TestData.Resolve(text).Diagnostics, item => item.Code == DiagnosticCode.TooDeep);
        Assert.All(TestData.Resolve(text).Diagnostics, item => Assert.Equal(DiagnosticCode.TooDeep, item.Code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Interfaces_use_each_other_at_most_300_times_in_a_row(bool forward)
    {
        IEnumerable<string> interfaces = Enumerable.Range(1, Many).Select(i => $"interface i{i} {{ use i{i - 1}.{{t}}; }}\n");
        string text = $"package a:b; interface i0 {{ type t = u8; }}\n {string.Concat(forward ? interfaces : interfaces.Reverse())}";

        Assert.Contains(TestData.Resolve(text).Diagnostics, item => item.Code == DiagnosticCode.TooDeep);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Worlds_include_each_other_at_most_300_times_in_a_row(bool forward)
    {
        IEnumerable<string> worlds = Enumerable.Range(1, Many).Select(i => $"world w{i} {{ include w{i - 1}; }}\n");
        string text = $"package a:b; world w0 {{ import f: func(); }}\n {string.Concat(forward ? worlds : worlds.Reverse())}";

        Assert.Contains(TestData.Resolve(text).Diagnostics, item => item.Code == DiagnosticCode.TooDeep);
    }

    [Fact]
    public void Packages_may_depend_on_each_other_in_a_long_row()
    {
        StringBuilder text = new("package a:root;\n");
        for (int i = 0; i < 250; i++)
        {
            text.Append($"package a:p{i} {{ interface i {{ {(i == 0 ? "type t = u8;" : $"use a:p{i - 1}/i.{{t}};")} }} }}\n");
        }

        Assert.Equal(251, TestData.Load(text.ToString()).Packages.Count);
    }

    [Fact]
    public void Types_that_double_at_each_step_are_measured_once()
    {
        IEnumerable<string> types = Enumerable.Range(1, 90).Select(i => $"type t{i} = list<tuple<t{i - 1}, t{i - 1}>>;\n");

        TestData.Load($"package a:b; interface i {{ type t0 = u8;\n {string.Concat(types)} f: func(a: t90) -> t90; }}");
    }

    [Fact]
    public void Comments_nest_and_brackets_open_without_limit()
    {
        Assert.NotEmpty(TestData.Resolve($"package a:b; {Repeat("/*", Many)}").Diagnostics);
        Assert.NotEmpty(TestData.Resolve($"package a:b; {Repeat("{", Many)}").Diagnostics);
        Assert.NotEmpty(TestData.Resolve($"package a:b; {Repeat("package a:b {", Many)}").Diagnostics);
        Assert.NotEmpty(TestData.Resolve($"package a:b; interface i {{ f: func({Repeat("(", Many)}").Diagnostics);
    }

    [Fact]
    public void Worlds_have_at_most_a_million_imports_together()
    {
        StringBuilder text = new("package a:b;\nworld w {\n");
        for (int i = 0; i < 2000; i++)
        {
            text.Append($"import function{i}: func();\n");
        }

        text.Append("}\n");
        for (int i = 0; i < 2000; i++)
        {
            text.Append($"world w{i} {{ include w; }}\n");
        }

        Assert.Equal(DiagnosticCode.TooDeep, TestData.SingleError(text.ToString()).Code);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
