using System.IO.Compression;

namespace Skiff.EndToEnd.Tests;

/// <summary>WIT that comes from packages, projects and files of WebAssembly, and programs that use it.</summary>
public sealed class WitReferenceTests(Workspace workspace) : EndToEndTest(workspace)
{
    private const string Shapes = "package test:shapes@1.0.0; interface types { use test:numbers/types.{number}; record point { x: number, y: number } }";

    private const string Numbers = "package test:numbers; interface types { type number = s32; }";

    private const string Sums = "package test:sums; interface sums { use test:shapes/types@1.0.0.{point}; add: func(a: point, b: point) -> point; } world adder { export sums; }";

    [Fact]
    public async Task What_a_program_refers_to_brings_its_interfaces()
    {
        // A quote in the name has a meaning to shells, and to MSBuild.
        string root = Directory.CreateDirectory(Path.Combine(Workspace.Root, "it's référencé")).FullName;
        Project shapes = Write(
            root,
            "shapes",
            "<PackageId>Test.Shapes</PackageId><IncludeBuildOutput>false</IncludeBuildOutput><NoWarn>NU5128</NoWarn>",
            "<Wit Include=\"wit/\" Dependency=\"true\" />",
            "",
            ("shapes.wit", Shapes),
            ("deps/numbers/numbers.wit", Numbers));
        (await shapes.DotNetAsync("pack", "-o", Workspace.OwnFeed)).Succeeded();
        using (ZipArchive package = ZipFile.OpenRead(Path.Combine(Workspace.OwnFeed, "Test.Shapes.1.0.0.nupkg")))
        {
            Assert.Equal(
                ["wit/deps/numbers/numbers.wit", "wit/shapes.wit"],
                package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("wit/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }

        const string reference = "<PackageReference Include=\"Test.Shapes\" Version=\"1.0.0\" />";
        Project adder = Write(
            root,
            "adder",
            "",
            reference,
            "using Test.Shapes; using Test.Sums; internal sealed class Adder : ISums { public static Types.Point Add(Types.Point a, Types.Point b) => new(a.X + b.X, a.Y + b.Y); }",
            ("sums.wit", Sums));
        string plain = Directory.CreateDirectory(Path.Combine(root, "plain", "wit")).FullName;
        await File.WriteAllTextAsync(Path.Combine(plain, "plain.wit"), "not WIT, and nobody's", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(root, "plain", "plain.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>", TestContext.Current.CancellationToken);
        Project program = Write(
            root,
            "program",
            "<OutputType>Exe</OutputType>",
            reference + "<ProjectReference Include=\"../adder/adder.csproj\" /><ProjectReference Include=\"../plain/plain.csproj\" />",
            """
            using Test.Shapes;
            using Test.Sums;

            Console.WriteLine(Sums.Add(new(1, 2), new Types.Point(30, 40)));
            Console.WriteLine(Wasi.Clocks.MonotonicClock.Now() > 0);
            Console.WriteLine(string.Join(' ', args));
            return args.Length;
            """,
            ("program.wit", "package test:program; world program { import test:sums/sums; import wasi:clocks/monotonic-clock@0.2.3; }"));

        CommandResult run = await program.RunAsync(["two words"]);
        Assert.Equal("Point { X = 31, Y = 42 }\nTrue\ntwo words\n", run.Output);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Error);

        // A library has no Main.
        CommandResult library = await adder.DotNetAsync("run");
        Assert.Equal(1, library.ExitCode);
        Assert.Contains("error SKIFF1013: adder is a library", library.Output + library.Error, StringComparison.Ordinal);

        // An edited interface makes other bindings, in every project that uses it.
        await File.WriteAllTextAsync(Path.Combine(adder.Directory, "wit", "sums.wit"), Sums.Replace("add:", "plus:", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        CommandResult build = await adder.DotNetAsync("build");
        Assert.Equal(1, build.ExitCode);
        Assert.Contains("'ISums.Plus(", build.Output, StringComparison.Ordinal);
        build = await program.DotNetAsync("build", "-p:BuildProjectReferences=false");
        Assert.Contains("'Sums' does not contain a definition for 'Add'", build.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(adder.Directory, "wit", "sums.wit"), Sums, TestContext.Current.CancellationToken);

        // As one component, made once.
        (await program.DotNetAsync("publish")).Succeeded();
        DateTime written = File.GetLastWriteTimeUtc(program.Module);
        Assert.Equal("Point { X = 31, Y = 42 }\nTrue\n\n", (await program.RunBuiltAsync(program.Module)).Succeeded().Output);
        (await program.DotNetAsync("publish")).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(program.Module));
    }

    [Fact]
    public async Task Encoded_packages_are_read_and_own_dependencies_come_first()
    {
        Project source = Write(Workspace.Root, "encoded-source", "", "", "", ("shapes.wit", Shapes), ("deps/numbers.wit", Numbers));
        Project program = Write(
            Workspace.Root,
            "encoded-program",
            "<OutputType>Exe</OutputType>",
            "<ProjectReference Include=\"../first/first.csproj\" /><ProjectReference Include=\"../second/second.csproj\" />",
            "Console.WriteLine(Test.Sums.Sums.Add(new(1, 2), new(3, 4)));",
            ("program.wit", "package test:program; world program { import test:sums/sums; }"),
            ("deps/readme.txt", "Other files are left alone."));
        Project first = Write(Workspace.Root, "first", "", "", "", ("sums.wit", Sums));
        Project second = Write(Workspace.Root, "second", "", "", "", ("sums.wit", Sums.Replace("add:", "plus:", StringComparison.Ordinal)));
        string deps = Path.Combine(program.Directory, "wit", "deps");
        (await source.DotNetAsync("restore")).Succeeded();
        (await source.SkiffAsync("wit", "encode", "wit", "-o", Path.Combine(deps, "shapes.wasm"))).Succeeded();

        // The libraries implement nothing, and need not be built for what is asked of them.
        string[] build = ["build", "-p:BuildProjectReferences=false"];
        CommandResult conflict = await program.DotNetAsync(build);
        Assert.Equal(1, conflict.ExitCode);
        Assert.Contains($"{Path.Combine(second.Directory, "wit", "sums.wit")}(1,9): error SKIFF5011: the package `test:sums` is declared with other contents at {Path.Combine(first.Directory, "wit", "sums.wit")}:1:9", conflict.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(deps, "sums.wit"), Sums, TestContext.Current.CancellationToken);
        string csproj = Path.Combine(program.Directory, "encoded-program.csproj");
        string text = await File.ReadAllTextAsync(csproj, TestContext.Current.CancellationToken);
        (await program.DotNetAsync(["msbuild", "-t:_SkiffCheckWit"])).Succeeded();
        await File.WriteAllTextAsync(csproj, text.Replace("<ProjectReference", "<!-- <ProjectReference", StringComparison.Ordinal).Replace("csproj\" />", "csproj\" /> -->", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        CommandResult run = await program.DotNetAsync("run");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'test:sums/sums'", run.Error, StringComparison.Ordinal);
        Assert.Contains("into the published component with 'skiff compose'", run.Error, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(deps, "broken.wasm"), [0, (byte)'a', (byte)'s', (byte)'m', 1], TestContext.Current.CancellationToken);
        CommandResult broken = await program.DotNetAsync("build");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("broken.wasm : error SKIFF1014: ", broken.Output, StringComparison.Ordinal);
    }

    private Project Write(string root, string name, string properties, string items, string code, params (string Name, string Text)[] interfaces) =>
        Workspace.WriteWitProject(Path.Combine(root, name), name, properties, items, code, interfaces);
}
