using Skiff.Wit.Files;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

public sealed class ResolutionTests
{
    [Fact]
    public void Types_come_after_those_they_refer_to()
    {
        Interface item = TestData.Load("package a:b; interface i { type a = b; record b { c: c, r: r } enum c { x } resource r; }").Root!.Interfaces[0];

        Assert.Equal(["c", "r", "b", "a"], item.Types.Select(type => type.Name));
    }

    [Fact]
    public void A_name_of_a_resource_is_an_owned_handle_where_a_value_is_meant()
    {
        Interface item = TestData.Load(
            """
            package a:b;
            interface i {
                resource r { m: func(); }
                type alias = r;
                type owned = own<r>;
                f: func(a: r, b: alias, c: owned, d: borrow<alias>);
            }
            """).Root!.Interfaces[0];
        TypeDefinition resource = item.FindType("r")!;
        List<Parameter> parameters = item.Functions[0].Parameters;

        Assert.Same(resource, ((AliasDefinition)item.FindType("alias")!).Target);
        Assert.Equal(new OwnType(resource), ((AliasDefinition)item.FindType("owned")!).Target);
        Assert.Equal(new OwnType(resource), parameters[0].Type);
        Assert.Same(resource, Assert.IsType<OwnType>(parameters[1].Type).Definition);
        Assert.Same(item.FindType("owned"), parameters[2].Type);
        Assert.Same(resource, Assert.IsType<BorrowType>(parameters[3].Type).Definition);
        Assert.Equal([new Parameter("self", new BorrowType(resource))], item.FindFunction("[method]r.m")!.Parameters);
    }

    [Fact]
    public void A_used_type_is_an_alias_of_the_one_it_comes_from()
    {
        PackageGraph graph = TestData.Load("package a:b; interface i { type t = u8; } interface j { use i.{t as u}; } interface k { use j.{u}; }");
        (Interface i, Interface j, Interface k) = (graph.Root!.Interfaces[0], graph.Root.Interfaces[1], graph.Root.Interfaces[2]);

        AliasDefinition u = (AliasDefinition)k.FindType("u")!;
        Assert.Same(j.FindType("u"), u.Target);
        Assert.Same(j, u.UsedFrom);
        Assert.Same(i.FindType("t"), ((AliasDefinition)j.FindType("u")!).Target);
        Assert.Same(PrimitiveType.U8, u.Unaliased);
        Assert.Equal([j], k.Dependencies);
    }

    [Fact]
    public void Dependencies_may_be_folders_or_files_and_come_first()
    {
        WitSources sources = WitSources.FromFolder(
            "wit",
            [
                new("wit/world.wit", "package a:root; world w { import b:b/i; }"),
                new("wit/more.wit", "interface here { use c:c/j@1.0.0.{t}; }"),
                new("wit/deps/b.wit", "package b:b; interface i { use c:c/j@1.0.0.{t}; }"),
                new("wit/deps/c/one.wit", "package c:c@1.0.0; interface j { use k.{t}; }"),
                new("wit/deps/c/two.wit", "interface k { type t = u8; }"),
                new("wit/deps/c/deps/d.wit", "not looked at"),
                new("wit/readme.md", "not looked at"),
                new("elsewhere/x.wit", "not looked at"),
            ]);

        PackageGraph graph = PackageGraph.Resolve(sources);

        Assert.Empty(graph.Diagnostics);
        Assert.Equal(["c:c@1.0.0", "b:b", "a:root"], graph.Packages.Select(package => package.Name.ToString()));
        Assert.Equal("a:root", graph.Root!.Name.ToString());
        Assert.Equal(
            ["c:c/k@1.0.0", "c:c/j@1.0.0", "b:b/i"], graph.Root.Worlds[0].Imports.Select(item => item.Name));
    }

    [Fact]
    public void Folders_and_files_are_read()
    {
        string folder = Directory.CreateTempSubdirectory("skiff-wit").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.wit"), "package a:a; interface i { use b:b/i.{t}; }");
            File.WriteAllText(Path.Combine(folder, "a.txt"), "not looked at");
            Directory.CreateDirectory(Path.Combine(folder, "deps", "b"));
            Directory.CreateDirectory(Path.Combine(folder, "deps", "empty"));
            File.WriteAllText(Path.Combine(folder, "deps", "b", "b.wit"), "package b:b; interface i { use c:c/i.{t}; }");
            File.WriteAllText(Path.Combine(folder, "deps", "c.wit"), "\uFEFFpackage c:c; interface i { type t = u8; }");

            Assert.Equal(3, PackageGraph.Load(folder).Packages.Count);
            Assert.Single(PackageGraph.Load(Path.Combine(folder, "deps", "c.wit")).Packages);
            Assert.Throws<WitException>(() => PackageGraph.Load(Path.Combine(folder, "a.wit")));
            Assert.Throws<FileNotFoundException>(() => PackageGraph.Load(Path.Combine(folder, "deps", "empty")));
            Assert.Throws<FileNotFoundException>(() => PackageGraph.Load(Path.Combine(folder, "nothing")));

            // Bytes that are no text are said with their place, as is what else is wrong.
            File.WriteAllBytes(Path.Combine(folder, "bad.wit"), [.. "interface j {\n// \u00FC "u8, 0xFC, .. "\nf: func(x: u9); }"u8]);
            Assert.Equal(
                ["bad.wit:2:6", "bad.wit:3:12"],
                PackageGraph.Resolve(WitFolder.Read(folder)).Diagnostics.Select(item => item.Span.ToString()!.Split(Path.DirectorySeparatorChar)[^1]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_same_package_may_come_with_several_dependencies()
    {
        const string Shared = "package s:s; interface i { type t = u8; }";
        WitSources Sources(string other) => new(
            [new("a.wit", "package a:a; interface i { use s:s/i.{t}; }")],
            [[new("deps/s.wit", Shared)], [new("deps/t.wit", other)]]);

        Assert.Empty(PackageGraph.Resolve(Sources("package s:s;\n// the same\ninterface i\n{ type t=u8; }")).Diagnostics);
        Assert.Equal(
            DiagnosticCode.DuplicatePackage,
            Assert.Single(PackageGraph.Resolve(Sources("package s:s; interface i { type t = u16; }")).Diagnostics).Code);
    }

    [Fact]
    public void A_library_gives_way_and_only_what_is_referred_to_comes_of_it()
    {
        WitSources sources = new WitSources(
            [new("a.wit", "package a:a; interface i { use l:one/i.{t}; use l:two/i.{u}; }")],
            [[new("deps/one.wit", "package l:one; interface i { type t = u8; }")]])
            .WithLibrary(
                [
                    [new("one.wit", "package l:one; interface i { type other = u8; }")],
                    [new("two.wit", "package l:two; interface i { use l:three/i.{u}; }")],
                    [new("three.wit", "package l:three; interface i { type u = u8; }")],
                    [new("four.wit", "package l:four; interface i { use l:one/i.{other}; }")],
                ]);

        PackageGraph graph = PackageGraph.Resolve(sources);

        Assert.Empty(graph.Diagnostics);
        Assert.Equal(["l:one", "l:three", "l:two", "a:a"], graph.Packages.Select(package => package.Name.ToString()));
    }

    [Fact]
    public void What_references_bring_gives_way_to_what_is_the_projects_own()
    {
        static WitSources Sources(params IReadOnlyList<WitFile>[] references) => new(
            [new("a.wit", "package a:a; interface i { use r:one/i.{t}; use r:two/i.{u}; }")],
            [[new("deps/one.wit", "package r:one; interface i { type t = u8; }")]],
            [[new("library.wit", "package r:two; interface i { type u = u64; }")]],
            references);
        const string Two = "package r:two; interface i { type u = u16; }";

        PackageGraph graph = PackageGraph.Resolve(Sources(
            [new("x/one.wit", "package r:one; interface i { type other = u8; }")], [new("x/two.wit", Two)], [new("y/two.wit", Two)]));
        Assert.Empty(graph.Diagnostics);
        Assert.Equal(["r:one", "r:two", "a:a"], graph.Packages.Select(package => package.Name.ToString()));
        Assert.Same(PrimitiveType.U16, graph.FindInterface("r:two/i")!.Types[0].Unaliased);

        WitDiagnostic error = Assert.Single(PackageGraph.Resolve(Sources([new("x/two.wit", Two)], [new("y/two.wit", "package r:two; interface i { type u = u32; }")])).Diagnostics);
        Assert.Equal(DiagnosticCode.DuplicatePackage, error.Code);
        Assert.Equal("y/two.wit:1:9", error.Span.ToString());
        Assert.Contains("at x/two.wit:1:9; put the one that is meant into a folder in `deps`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_a_file_hide_those_of_the_package()
    {
        WitSources sources = new(
            [
                new("a.wit", "package a:a; use b:b/other as shared; interface i { use shared.{t}; }"),
                new("b.wit", "interface shared { type t = u8; } interface j { use shared.{t}; }"),
            ],
            [[new("deps/b.wit", "package b:b; interface other { type t = u16; }")]]);

        PackageGraph graph = PackageGraph.Resolve(sources);

        Assert.Empty(graph.Diagnostics);
        Assert.Same(PrimitiveType.U16, graph.Root!.FindInterface("i")!.Types[0].Unaliased);
        Assert.Same(PrimitiveType.U8, graph.Root.FindInterface("j")!.Types[0].Unaliased);
    }

    [Fact]
    public void What_is_gated_is_there_with_its_feature()
    {
        const string Text = """
            package a:b@1.0.0;
            interface i {
                @unstable(feature = x) type t = u8;
                @unstable(feature = x) f: func(a: t);
                @since(version = 1.0.0) @deprecated(version = 1.0.0) g: func();
                resource r { @unstable(feature = x) m: func(); }
            }
            @unstable(feature = x) interface j {}
            world w { @unstable(feature = x) import j; import i; }
            """;

        PackageGraph without = TestData.Load(Text);
        PackageGraph with = TestData.Load(Text, "x");

        Assert.Equal(["g"], without.Root!.Interfaces[0].AllFunctions.Select(function => function.Name));
        Assert.Equal(["[method]r.m", "f", "g"], with.Root!.Interfaces[0].AllFunctions.Select(function => function.Name));
        Assert.Equal((1, 2), (without.Root.Worlds[0].Imports.Count, with.Root.Worlds[0].Imports.Count));
        Assert.Equal(
            new Stability(new(1, 0, 0), null, new(1, 0, 0)), without.Root.Interfaces[0].FindFunction("g")!.Stability);
    }

    [Fact]
    public void A_world_is_chosen_by_name_by_path_or_by_being_the_only_one()
    {
        PackageGraph graph = TestData.Load(
            "package a:a; world one {} world two {} package b:b@1.0.0 { world x {} } package b:b@2.0.0 { world x {} world y {} }");

        Assert.Equal("a:a/one", graph.SelectWorld("one").QualifiedName);
        Assert.Equal("b:b/x@2.0.0", graph.SelectWorld("b:b/x@2.0.0").QualifiedName);
        Assert.Equal("b:b/y@2.0.0", graph.SelectWorld("b:b/y").QualifiedName);
        Assert.Equal("a:b/w", TestData.Load("package a:b; world w {}").SelectWorld().QualifiedName);
        Assert.Contains("several worlds: `one`, `two`", Assert.Throws<WitException>(() => graph.SelectWorld()).Message, StringComparison.Ordinal);
        Assert.Contains("several versions", Assert.Throws<WitException>(() => graph.SelectWorld("b:b/x")).Message, StringComparison.Ordinal);
        Assert.Contains("no world `three`", Assert.Throws<WitException>(() => graph.SelectWorld("three")).Message, StringComparison.Ordinal);
        Assert.Contains("no world", Assert.Throws<WitException>(() => TestData.Load("package a:b;").SelectWorld()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_loses_its_markers_and_common_indentation()
    {
        PackageGraph graph = TestData.Load(
            """
            /// One.
            ///   Two, indented.
            ///
            /// Three.
            package a:b;

            // no documentation
            //// nor this
            /** A block. */
            interface i {
                /**
                 * Starred
                 *   lines.
                 */
                f: func();
                /***/
                g: func();
                /// Before the gate,
                @unstable(feature = x)
                /// and behind it.
                h: func();
            }
            """,
            "x");
        Interface item = graph.Root!.Interfaces[0];

        Assert.Equal("One.\n  Two, indented.\n\nThree.", graph.Root.Documentation);
        Assert.Equal("A block.", item.Documentation);
        Assert.Equal(["Starred\n  lines.", null, "Before the gate,\nand behind it."], item.Functions.Select(function => function.Documentation));
    }
}
