namespace Skiff.EndToEnd.Tests;

public sealed class BindingsTests(Workspace workspace) : EndToEndTest(workspace)
{
    private const string Calculator = """
        package skiff:calc@1.0.0;

        interface ops {
            record point { x: s32, label: string }
            variant shape { circle(f64), many(list<point>), nothing }
            enum color { red, green }
            flags permissions { read, write }

            add: func(a: s32, b: s32) -> s32;
            divide: func(a: s32, b: s32) -> result<s32, string>;
            sum: func(values: list<s32>) -> s64;
            join: func(parts: list<string>, separator: option<string>) -> string;
            move: func(p: point) -> point;
            grow: func(s: shape) -> shape;
            paint: func(c: color, p: permissions) -> tuple<color, permissions>;

            resource counter { constructor(start: u32); next: func() -> u32; }
            total: func(a: borrow<counter>, b: counter) -> counter;
        }

        world calculator { export ops; }
        """;

    private const string Library = """
        using Skiff;
        using Skiff.Calc;

        namespace Calculator;

        internal sealed class Counter(uint value) : Ops.ICounter, Ops.ICounterFactory
        {
            private uint _value = value;

            public static Ops.ICounter Create(uint start) => new Counter(start);

            public uint Next() => _value++;
        }

        internal sealed class Operations : IOps
        {
            public static int Add(int a, int b) => a + b;

            public static int Divide(int a, int b) => b == 0 ? throw new ResultException<string>("division by zero") : a / b;

            public static long Sum(ReadOnlySpan<int> values)
            {
                long sum = 0;
                foreach (int value in values)
                {
                    sum += value;
                }

                return sum;
            }

            public static string Join(string[] parts, string? separator) => string.Join(separator ?? "-", parts);

            public static Ops.Point Move(Ops.Point p) => p with { X = p.X + 1, Label = p.Label + "→" };

            public static Ops.Shape Grow(Ops.Shape s) => s switch
            {
                Ops.Shape.Circle circle => new Ops.Shape.Many([new((int)circle.Value, "circle")]),
                Ops.Shape.Many many => new Ops.Shape.Circle(many.Value.Length),
                _ => s,
            };

            public static (Ops.Color, Ops.Permissions) Paint(Ops.Color c, Ops.Permissions p) => (c == Ops.Color.Red ? Ops.Color.Green : Ops.Color.Red, p ^ Ops.Permissions.Write);

            public static Ops.ICounter Total(Ops.ICounter a, Ops.ICounter b) => new Counter(a.Next() + b.Next());
        }
        """;

    private const string Program = """
        using Skiff;
        using Skiff.Calc;

        Console.WriteLine(Ops.Add(1, 2));
        try
        {
            Ops.Divide(1, 0);
        }
        catch (ResultException<string> exception)
        {
            Console.WriteLine(exception.Error);
        }

        Console.WriteLine(Ops.TryDivide(9, 3));
        Console.WriteLine(Ops.Sum([1, 2, 3, 4]) + Ops.Sum(default));
        Console.WriteLine(Ops.Join(["ä", "𝄞", ""], null));
        Console.WriteLine(Ops.Join([new string('y', 100_000), "z"], "+").Length);
        Console.WriteLine(Ops.Move(new(1, "p")));
        Console.WriteLine(Ops.Grow(new Ops.Shape.Circle(7)) is Ops.Shape.Many { Value: [{ X: 7, Label: "circle" }] });
        Console.WriteLine(Ops.Grow(new Ops.Shape.Many([new(1, "a"), new(2, "b")])));
        Console.WriteLine(Ops.Grow(new Ops.Shape.Nothing()));
        Console.WriteLine(Ops.Paint(Ops.Color.Green, Ops.Permissions.Read | Ops.Permissions.Write));

        using Ops.Counter first = new(5);
        Ops.Counter second = new(10);
        first.Next();
        using Ops.Counter total = Ops.Total(first, second);
        Console.WriteLine(total.Next());
        try
        {
            second.Next();
        }
        catch (ObjectDisposedException)
        {
            Console.WriteLine("given away");
        }
        """;

    [Fact]
    public async Task A_program_calls_a_library_through_an_interface()
    {
        Project library = Write("bindings-library", "", Library, ("calculator.wit", Calculator));
        Project program = Write(
            "bindings-program",
            "<OutputType>Exe</OutputType>",
            Program,
            ("program.wit", "package test:program; world program { import skiff:calc/ops@1.0.0; }"),
            ("deps/calculator.wit", Calculator));
        (await library.DotNetAsync("publish")).Succeeded();
        (await program.DotNetAsync("publish")).Succeeded();

        string composed = Path.Combine(program.Directory, "composed.wasm");
        (await program.SkiffAsync("compose", program.Module, "--with", library.Module, "-o", composed)).Succeeded();

        Assert.Equal(
            """
            3
            division by zero
            Ok(3)
            10
            ä-𝄞-
            100002
            Point { X = 2, Label = p→ }
            True
            Circle { Value = 2 }
            Nothing { }
            (Red, Read)
            16
            given away

            """,
            (await program.RunBuiltAsync(composed)).Succeeded().Output);
    }

    [Fact]
    public async Task What_is_wrong_with_an_interface_is_an_error_of_the_build()
    {
        Project project = Write(
            "bindings-wrong",
            "",
            "",
            ("wrong.wit", "package a:b;\r\n/* ä日本𝄞 */ interface i {\r\n    /* 日本𝄞 */ f: func(x: unknown);\r\n\tg: func() -> unheard-of;\r\n}\r\nworld w { export i; import d:d/i; }\r\n"),
            ("deps/d/d.wit", "package d:d; interface i { h: func(x: nothing); }"));
        string wrong = Path.Combine(project.Directory, "wit", "wrong.wit");
        string dependency = Path.Combine(project.Directory, "wit", "deps", "d", "d.wit");
        foreach (string command in (string[])["build", "publish"])
        {
            CommandResult result = await project.DotNetAsync(command);
            Assert.Equal(1, result.ExitCode);
            string end = $" [{Path.Combine(project.Directory, "bindings-wrong.csproj")}]";
            Assert.Contains(
                $"""
                {wrong}(3,27): error SKIFF5013: there is no type `unknown` here{end}
                     |
                   3 |     /* 日本𝄞 */ f: func(x: unknown);
                     |                           ^^^^^^^
                {wrong}(4,15): error SKIFF5013: there is no type `unheard-of` here{end}
                     |
                   4 | 	g: func() -> unheard-of;
                     | 	             ^^^^^^^^^^
                {dependency}(1,39): error SKIFF5013: there is no type `nothing` here{end}
                     |
                   1 | package d:d; interface i {"{"} h: func(x: nothing); {"}"}
                     |                                       ^^^^^^^

                """,
                result.Output,
                StringComparison.Ordinal);
            Assert.DoesNotContain("error CS", result.Output, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(project.Directory, "wit", "wrong.wit"), "package a:b;\ninterface i {\n    f: func();\n}\nworld w {\n    export i;\n}", TestContext.Current.CancellationToken);
        File.Delete(dependency);
        CommandResult build = await project.DotNetAsync("build");
        Assert.Equal(1, build.ExitCode);
        Assert.Contains("wrong.wit(6,", build.Output, StringComparison.Ordinal);
        Assert.Contains("error SKIFF5101", build.Output, StringComparison.Ordinal);
    }

    private Project Write(string name, string properties, string code, params (string Name, string Text)[] interfaces) =>
        Workspace.WriteWitProject(Path.Combine(Workspace.Root, name), name, properties, "", code, interfaces);
}
