using Microsoft.CodeAnalysis;

namespace Skiff.Bindings.Tests;

public sealed class CompilationTests
{
    private const string Everything = """
        package test:all@1.0.0;

        interface types {
            /// A point & more.
            record point { x: s32, y: s32, name: option<string> }
            enum color { red, green, blue }
            flags permissions { read, write, none }
            variant shape { circle(f64), polygon(list<point>), color(color), value(tuple<u8, string>), nothing }
            type points = list<point>;
            resource file {
                constructor(path: string);
                read: func(count: u32) -> result<list<u8>, string>;
                open: static func(path: string) -> result<file, color>;
                same: func(other: borrow<file>) -> bool;
            }

            record holder { file: borrow<file>, name: string }

            scalars: func(a: bool, b: s8, c: u8, d: s16, e: u16, f: s32, g: u32, h: s64, i: u64, j: f32, k: f64, l: char) -> char;
            text: func(a: string, b: list<string>) -> string;
            bytes: func(a: list<u8>, b: list<f64>, c: list<list<u8>>) -> list<u8>;
            record-of: func(a: point, b: points) -> points;
            enum-of: func(a: color, b: permissions, c: list<color>) -> permissions;
            shape-of: func(a: shape, b: list<shape>) -> option<shape>;
            options: func(a: option<u32>, b: option<string>, c: option<option<string>>, d: option<point>) -> option<option<u32>>;
            results: func(a: result<u32, string>, b: result<_, color>, c: result<point>, d: result) -> result<option<string>, shape>;
            fails: func() -> result<_, string>;
            fails-silently: func() -> result;
            tuples: func(a: tuple<u8, string>, b: tuple<tuple<u32>, f32>) -> tuple<bool, list<string>>;
            many: func(a: string, b: string, c: string, d: string, e: string, f: string, g: string, h: string, i: list<u8>, memory: string);
            joins: func(a: result<f32, u64>, b: result<f64, string>, c: option<f64>);
            give: func(f: file) -> file;
            lend: func(f: borrow<file>, fs: list<file>) -> list<tuple<string, file>>;
            fixed: func(a: list<u8, 4>, b: list<string, 2>, c: option<list<u32, 3>>) -> list<string, 2>;
            maps: func(a: map<string, u32>, b: option<map<u32, string>>) -> map<u32, point>;
            lists: func(a: list<option<list<u8>>>, b: list<list<string>>, c: list<bool>, d: list<char>) -> list<option<string>>;
            borrows: func(a: holder, b: list<borrow<file>>, c: option<borrow<file>>);
            %string: func(class: string, namespace: u32);
        }
        """;


    [Fact]
    public void Imports_of_every_type_compile() =>
        GeneratedCode.Of(Everything + "\nworld w { import types; }").Clean();

    [Theory]
    [InlineData("import types;")]
    [InlineData("export types;")]
    [InlineData("import types; export types;")]
    public void Every_type_compiles_where_arithmetic_is_checked(string items) =>
        GeneratedCode.WithImplementations($"{Everything}\nworld w {{ {items} }}", isChecked: true).Clean();

    [Fact]
    public void Exports_of_every_type_compile()
    {
        GeneratedCode code = GeneratedCode.Of(Everything + "\nworld w { export types; }", "");
        Assert.All(code.Diagnostics, item => Assert.Equal("SKIFF5101", item.Id));
        Assert.Equal(2, code.Diagnostics.Count);
        GeneratedCode.WithImplementations(Everything + "\nworld w { export types; }").Clean();
    }

    [Fact]
    public void An_implementation_is_called()
    {
        GeneratedCode code = GeneratedCode.Of(
            """
            package skiff:calc@1.0.0;
            interface ops {
                add: func(a: s32, b: s32) -> s32;
                divide: func(a: s32, b: s32) -> result<s32, string>;
                sum: func(values: list<s32>) -> s64;
                join: func(parts: list<string>) -> string;
            }
            world calculator { export ops; import log: func(message: string); export run: func() -> bool; }
            """,
            """
            namespace Calculator;
            using System;
            using Skiff;
            using Skiff.Calc;

            internal sealed class Ops : IOps
            {
                public static int Add(int a, int b) => a + b;
                public static int Divide(int a, int b) => b == 0 ? throw new ResultException<string>("zero") : a / b;
                public static long Sum(ReadOnlySpan<int> values) => values.Length;
                public static string Join(string[] parts) => string.Concat(parts);
            }

            internal sealed class World : ICalculator
            {
                public static bool Run() { Skiff.Calc.Calculator.Log("hello"); return true; }
            }
            """).Clean();
        Assert.Contains("EntryPoint = \"skiff:calc/ops@1.0.0#add\"", code.Text, StringComparison.Ordinal);
        Assert.Contains("Calculator.Ops.Add(a, b)", code.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_implementation_is_reported_in_the_wit()
    {
        GeneratedCode code = GeneratedCode.Of("package a:b;\ninterface ops { f: func(); }\nworld w {\n    export ops;\n}\n");
        Diagnostic diagnostic = Assert.Single(code.Diagnostics);
        Assert.Equal("SKIFF5101", diagnostic.Id);
        Assert.Contains("`A.B.IOps`", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("/wit/test.wit", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void All_errors_are_reported_in_the_wit()
    {
        GeneratedCode code = GeneratedCode.Of("package a:b;\ninterface ops { f: func(a: unknown); }\ninterface more { g: func(a: unheard-of); }\nworld w { }\n");
        Assert.Equal([1, 2], code.Diagnostics.Select(item => item.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("f: async func();")]
    [InlineData("f: func(a: stream<u8>);")]
    [InlineData("f: func() -> future<string>;")]
    public void What_is_asynchronous_is_reported(string function)
    {
        GeneratedCode code = GeneratedCode.Of($"package a:b;\nworld w {{\n    import i: interface {{\n        {function}\n    }}\n}}\n");
        Assert.Equal("SKIFF5103", Assert.Single(code.Diagnostics).Id);
        Assert.Equal(3, code.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line);
    }
}
