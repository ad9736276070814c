namespace Skiff.Wit.Tests;

/// <summary>What worlds come to have (WIT.md, "Transitive imports and worlds", "Union of Worlds with <c>include</c>").</summary>
public sealed class WorldTests
{
    private const string Interfaces = """
        package t:t;
        interface a { resource r; }
        interface b { use a.{r}; foo: func() -> r; }
        interface c { use b.{r}; }

        """;

    [Theory]
    [InlineData("import c;", "a b c", "")]
    [InlineData("import c; import a;", "a b c", "")]
    [InlineData("export b;", "a", "b")]
    [InlineData("export a; export b;", "", "a b")]
    [InlineData("export b; export a;", "", "a b")]
    [InlineData("import b; export a;", "a b", "a")]
    [InlineData("import b; export b;", "a b", "b")]
    [InlineData("export c;", "a b", "c")]
    [InlineData("export c; export b;", "a", "b c")]
    [InlineData("export one: c;", "a b", "one")]
    [InlineData("export b; export one: c; export a;", "", "a b one")]
    [InlineData("import one: b; import two: b;", "a one two", "")]
    [InlineData("import x: interface { use b.{r}; }", "a b x", "")]
    [InlineData("export x: interface { use b.{r}; }", "a b", "x")]
    [InlineData("use c.{r}; export f: func() -> r;", "a b c r", "f")]
    [InlineData("import f: func(); type z = u8; import x: interface {} use b.{r}; import a;", "x a b r z f", "")]
    [InlineData("export b; export f: func(); export a;", "", "f a b")]
    public void A_world_has_what_its_items_need(string items, string imports, string exports)
    {
        World world = TestData.Load($"{Interfaces} world w {{ {items} }}").Root!.Worlds[0];

        Assert.Equal(imports, Describe(world.Imports));
        Assert.Equal(exports, Describe(world.Exports));
    }

    [Theory]
    [InlineData("include x; include y;", "a b g f", "")]
    [InlineData("include x; include x2 with { f as h }", "a g f h", "")]
    [InlineData("include z;", "a b f", "c run")]
    [InlineData("import f: func(); include x with { f as e };", "a g f e", "")]
    public void A_world_has_what_it_includes(string items, string imports, string exports)
    {
        const string Worlds = """
            world x { import a; import f: func(); import g: interface {} }
            world x2 { import a; import f: func(); }
            world y { import b; }
            world z { include x2; export c; export run: func(); }
            """;

        World world = TestData.Load($"{Interfaces} {Worlds} world w {{ {items} }}").Root!.FindWorld("w")!;

        Assert.Equal(string.Join(" ", imports.Split(' ').Order()), string.Join(" ", Describe(world.Imports).Split(' ').Order()));
        Assert.Equal(string.Join(" ", exports.Split(' ').Order()), string.Join(" ", Describe(world.Exports).Split(' ').Order()));
    }

    [Fact]
    public void What_is_included_belongs_to_the_world_that_includes_it()
    {
        Package package = TestData.Load(
            """
            package t:t;
            interface i { type t = u8; }
            world base {
                use i.{t};
                record rec { a: t }
                resource res { constructor(); m: func(a: rec); }
                import inline: interface { enum e { x } f: func() -> e; }
                import f: func(a: list<rec>) -> own<res>;
                export g: func(a: borrow<res>);
            }
            world w { include base with { rec as record-of-t, f as renamed }; }
            """).Root!;
        World original = package.FindWorld("base")!;
        World world = package.FindWorld("w")!;

        TypeDefinition record = ((WorldType)world.FindImport("record-of-t")!).Definition;
        ResourceDefinition resource = (ResourceDefinition)((WorldType)world.FindImport("res")!).Definition;
        Function renamed = ((WorldFunction)world.FindImport("renamed")!).Function;
        Interface inline = ((WorldInterface)world.FindImport("inline")!).Interface;

        Assert.Same(world, record.Owner);
        Assert.NotSame(((WorldType)original.FindImport("rec")!).Definition, record);
        Assert.Equal(new ListType(record), renamed.Parameters[0].Type);
        Assert.Equal(new OwnType(resource), renamed.Result);
        Assert.Same(record, resource.Functions[1].Parameters[1].Type);
        Assert.Same(resource, resource.Functions[1].Resource);
        Assert.Equal(new BorrowType(resource), ((WorldFunction)world.FindExport("g")!).Function.Parameters[0].Type);
        Assert.Same(inline.Types[0], inline.Functions[0].Result);
        Assert.NotSame(((WorldInterface)original.FindImport("inline")!).Interface, inline);
        Assert.All(world.DefinedTypes, type => Assert.Same(world, type.Owner));
    }

    [Fact]
    public void An_interface_that_two_worlds_bring_is_as_stable_as_the_more_stable_of_them()
    {
        World world = TestData.Load(
            """
            package t:t@1.0.0;
            interface i {}
            world one { @unstable(feature = x) import i; }
            world two { @since(version = 1.0.0) import i; }
            world w { include one; include two; }
            """,
            "x").Root!.FindWorld("w")!;

        Assert.Equal(new Stability(new(1, 0, 0), null, null), Assert.IsType<WorldInterface>(Assert.Single(world.Imports)).Stability);
    }

    [Fact]
    public void An_export_takes_types_from_an_export_if_there_is_one()
    {
        World world = TestData.Load($"{Interfaces} world w {{ import a; import c; export a; export b; import one: b; }}").Root!.Worlds[0];
        Interface a = world.Package.FindInterface("a")!;

        Assert.Same(world.FindExport("t:t/a"), world.FindSource(world.FindExport("t:t/b")!, a));
        Assert.Same(world.FindImport("t:t/a"), world.FindSource(world.FindImport("t:t/b")!, a));
        Assert.Same(world.FindImport("t:t/a"), world.FindSource(world.FindImport("one")!, a));
    }

    private static string Describe(IEnumerable<WorldItem> items) =>
        string.Join(" ", items.Select(item => item.Name.Replace("t:t/", "", StringComparison.Ordinal)));
}
