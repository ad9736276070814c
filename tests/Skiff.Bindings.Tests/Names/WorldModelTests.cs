using Skiff.Bindings.Model;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Bindings.Tests.Names;

/// <summary>Which class each type and function is in, and what it is called.</summary>
public sealed class WorldModelTests
{
    [Fact]
    public void An_interface_is_a_class_in_the_namespace_of_its_package()
    {
        WorldModel model = Read("package a:b-c; interface some-types { record point { x: u32 } f: func(); } world w { import some-types; }");

        Container container = Assert.Single(model.Containers, item => item.Types.Count > 0);
        Assert.Equal("A.BC.SomeTypes", container.FullName);
        Assert.Equal(["Point"], container.Types.Select(type => type.Name));
        Assert.Equal("F", FunctionOf(model, container, "f").Method);
    }

    [Theory]
    [InlineData("interface error { resource error; }", "error", "ErrorInterface")]
    [InlineData("interface exit { exit: func(); }", "exit", "ExitInterface")]
    public void A_class_is_not_called_as_its_member(string text, string name, string expected)
    {
        WorldModel model = Read($"package a:b; {text} world w {{ import {name}; }}");

        Assert.Equal(expected, model.Containers[0].Name);
    }

    [Fact]
    public void The_newest_of_several_versions_has_the_plain_namespace()
    {
        WorldModel model = Read(
            """
            package a:main;
            world w { import x:y/i@0.2.0; import x:y/i@0.10.0; }
            package x:y@0.2.0 { interface i { f: func(); } }
            package x:y@0.10.0 { interface i { f: func(); } }
            """);

        Assert.Equal(
            ["A.Main.W", "X.Y.I", "X.Y.V0_2_0.I"],
            model.Containers.Select(item => item.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_imported_and_exported_shares_types_without_handles()
    {
        WorldModel model = Read(
            """
            package a:b;
            interface i { resource r; record plain { n: u32 } record holder { it: own<r> } f: func(); }
            world w { import i; export i; }
            """);

        ItemScope imported = model.Scopes.First(scope => scope is { Item: not null, IsExport: false });
        ItemScope exported = model.Scopes.First(scope => scope.IsExport);
        Assert.Equal(["A.B.I.R", "A.B.I.Plain", "A.B.I.Holder"], NamesIn(imported));
        Assert.Equal(["A.B.ExportedI.IR", "A.B.I.Plain", "A.B.ExportedI.Holder"], NamesIn(exported));
        Assert.Equal("A.B.II", Assert.Single(model.Exports).FullName);
    }

    [Fact]
    public void Members_do_not_hide_those_of_records_and_objects()
    {
        WorldModel model = Read(
            """
            package a:b;
            interface i {
                record point { point: u32, to-string: u32, equality-contract: u32, plain: u32 }
                get-type: func();
                read: func() -> result<u32>;
                try-read: func() -> u32;
            }
            world w { import i; }
            """);

        Container container = model.Containers[0];
        Assert.Equal(["Point_", "ToString_", "EqualityContract_", "Plain"], container.Types[0].MemberNames);
        Assert.Equal("GetType_", FunctionOf(model, container, "get-type").Method);
        Assert.Equal("TryRead", FunctionOf(model, container, "try-read").Method);
        Assert.Equal("TryRead_", FunctionOf(model, container, "read").Try);
    }

    [Fact]
    public void What_a_world_names_itself_is_in_the_class_of_the_world()
    {
        WorldModel model = Read(
            """
            package a:b;
            world w {
                import log: func(text: string);
                import host: interface { f: func(); }
                export run: func();
                export api: interface { g: func(); }
            }
            """);

        Assert.Contains("A.B.W.Host", model.Containers.Select(item => item.FullName));
        Assert.Equal("Log", FunctionOf(model, model.ContainerOf(model.Worlds[0]), "log").Method);
        Assert.Equal(["A.B.IW", "A.B.W.IApi"], model.Exports.Select(item => item.FullName));
    }

    [Fact]
    public void A_function_that_a_world_imports_and_exports_is_the_same_word_on_both_sides()
    {
        WorldModel model = Read(
            "package a:b; interface i { record r { n: u32 } } world w { use i.{r}; import f: func(it: r); export g: func(it: r); }");

        Assert.Equal("A.B.I.R", NameOf(model.Scopes.Last()[((AliasDefinition)model.Worlds[0].DefinedTypes.First()).Target as TypeDefinition ?? throw new InvalidOperationException()]));
    }

    [Theory]
    [InlineData("cli")]
    [InlineData("http")]
    [InlineData("filesystem")]
    [InlineData("sockets")]
    [InlineData("io")]
    [InlineData("clocks")]
    [InlineData("random")]
    [InlineData("keyvalue")]
    [InlineData("config")]
    public void Everything_of_WASI_has_a_name_of_its_own(string package)
    {
        IReadOnlyList<WitFile> root = WasiLibrary.Packages.First(files => files[0].Path.StartsWith($"wasi/{package}/", StringComparison.Ordinal));
        PackageGraph graph = PackageGraph.Resolve(
            new WitSources(root, []).WithLibrary(WasiLibrary.Packages), new ResolveOptions { AllFeatures = true });

        foreach (World world in graph.Root!.Worlds)
        {
            WorldModel model = new([world]);
            Assert.Distinct(model.Containers.Select(item => item.FullName));
            Assert.Distinct(model.Containers.SelectMany(item => item.Types).Select(NameOf));
            Assert.DoesNotContain(model.Containers.SelectMany(item => item.Types), type => type.Name == type.Container.Name);
        }
    }

    private static WorldModel Read(string text)
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("test.wit", text));
        graph.ThrowIfErrors();
        return new([graph.SelectWorld("w")]);
    }

    private static FunctionName FunctionOf(WorldModel model, Container container, string name)
    {
        ItemScope scope = model.Scopes.First(item => item.Container == container);
        return scope[scope.FreeFunctions.First(function => function.Name == name)];
    }

    private static IEnumerable<string> NamesIn(ItemScope scope) =>
        scope.Owner.DefinedTypes.Select(definition => NameOf(scope[definition]));

    private static string NameOf(DeclaredType type) => $"{type.Container.FullName}.{type.Name}";
}
