using Skiff.Wit.CanonicalAbi;

namespace Skiff.Wit.Tests.CanonicalAbi;

/// <summary>The names that core modules import and export under.</summary>
public sealed class CoreNamesTests
{
    private readonly World _world = TestData.Load(
        """
        package a:b@1.2.3;

        interface i {
            resource r {
                constructor();
                m: func();
                s: static func() -> list<u8>;
            }
            f: func(a: stream<future<u8>>) -> future;
        }

        world w {
            import i;
            import plain: i;
            import g: func();
            export i;
            export g: func() -> string;
        }
        """).Root!.Worlds[0];

    private WorldInterface Import => (WorldInterface)_world.FindImport("a:b/i@1.2.3")!;

    private WorldInterface Plain => (WorldInterface)_world.FindImport("plain")!;

    private Function Function(string name) => Import.Interface.FindFunction(name)!;

    private ResourceDefinition Resource => (ResourceDefinition)Import.Interface.FindType("r")!;

    [Fact]
    public void Component_names_are_those_in_common_use()
    {
        ComponentNames names = ComponentNames.Instance;
        Function g = ((WorldFunction)_world.FindImport("g")!).Function;

        Assert.Equal(new("a:b/i@1.2.3", "f"), names.GetImport(Import, Function("f")));
        Assert.Equal(new("plain", "[constructor]r"), names.GetImport(Plain, Function("[constructor]r")));
        Assert.Equal(new("a:b/i@1.2.3", "[method]r.m"), names.GetImport(Import, Function("[method]r.m")));
        Assert.Equal(new("a:b/i@1.2.3", "[async-lower][static]r.s"), names.GetImport(Import, Function("[static]r.s"), isAsync: true));
        Assert.Equal(new("$root", "g"), names.GetImport(null, g));
        Assert.Equal(new("a:b/i@1.2.3", "[resource-drop]r"), names.GetImport(Import, Resource, ResourceIntrinsic.ImportedDrop));
        Assert.Equal(new("[export]a:b/i@1.2.3", "[resource-drop]r"), names.GetImport(Import, Resource, ResourceIntrinsic.ExportedDrop));
        Assert.Equal(new("[export]a:b/i@1.2.3", "[resource-new]r"), names.GetImport(Import, Resource, ResourceIntrinsic.ExportedNew));
        Assert.Equal(new("[export]a:b/i@1.2.3", "[resource-rep]r"), names.GetImport(Import, Resource, ResourceIntrinsic.ExportedRep));
        Assert.Equal("a:b/i@1.2.3#[static]r.s", names.GetExport(Import, Function("[static]r.s")));
        Assert.Equal("cabi_post_a:b/i@1.2.3#[static]r.s", names.GetExport(Import, Function("[static]r.s"), CoreExportKind.PostReturn));
        Assert.Equal("cabi_post_g", names.GetExport(null, g, CoreExportKind.PostReturn));
        Assert.Equal(
            "[callback][async-lift]a:b/i@1.2.3#f",
            names.GetExport(Import, Function("f"), CoreExportKind.Callback, CanonicalDirection.AsyncLift));
        Assert.Equal("a:b/i@1.2.3#[dtor]r", names.GetDestructor(Import, Resource));
        Assert.Equal(("memory", "cabi_realloc", "_initialize"), (names.Memory, names.Realloc, names.Initialize));
        Assert.Equal(new("[export]a:b/i@1.2.3", "[task-return]f"), ComponentNames.GetTaskReturn(Import, Function("f")));
    }

    [Fact]
    public void Streams_and_futures_are_numbered_in_the_order_of_the_signature()
    {
        Function f = Function("f");
        IReadOnlyList<WitType> types = ComponentNames.GetAsyncTypes(f);

        Assert.Equal(["future<u8>", "stream<future<u8>>", "future"], types.Select(type => type.ToString()));
        Assert.Equal(
            new("a:b/i@1.2.3", "[async-lower][stream-read-1]f"),
            ComponentNames.GetAsyncImport(Import, f, types[1], "read", isExported: false, isAsync: true));
        Assert.Equal(
            new("[export]a:b/i@1.2.3", "[future-new-unit]f"),
            ComponentNames.GetAsyncImport(Import, f, types[2], "new", isExported: true, isAsync: false));
        Assert.Throws<ArgumentException>(
            () => ComponentNames.GetAsyncImport(Import, f, new StreamType(PrimitiveType.Bool), "new", false, false));
    }

    [Fact]
    public void Standard_names_have_canonical_versions()
    {
        StandardNames names = StandardNames.Instance;
        Function g = ((WorldFunction)_world.FindImport("g")!).Function;

        Assert.Equal(new("cm32p2|a:b/i@1", "[method]r.m"), names.GetImport(Import, Function("[method]r.m")));
        Assert.Equal(new("cm32p2|plain", "f"), names.GetImport(Plain, Function("f")));
        Assert.Equal(new("cm32p2", "g"), names.GetImport(null, g));
        Assert.Equal(new("cm32p2|a:b/i@1", "r_drop"), names.GetImport(Import, Resource, ResourceIntrinsic.ImportedDrop));
        Assert.Equal(new("cm32p2|_ex_a:b/i@1", "r_drop"), names.GetImport(Import, Resource, ResourceIntrinsic.ExportedDrop));
        Assert.Equal(new("cm32p2|_ex_a:b/i@1", "r_new"), names.GetImport(Import, Resource, ResourceIntrinsic.ExportedNew));
        Assert.Equal(new("cm32p2|_ex_a:b/i@1", "r_rep"), names.GetImport(Import, Resource, ResourceIntrinsic.ExportedRep));
        Assert.Equal("cm32p2|a:b/i@1|f", names.GetExport(Import, Function("f")));
        Assert.Equal("cm32p2||g_post", names.GetExport(null, g, CoreExportKind.PostReturn));
        Assert.Equal("cm32p2|a:b/i@1|r_dtor", names.GetDestructor(Import, Resource));
        Assert.Equal(
            ("cm32p2_memory", "cm32p2_realloc", "cm32p2_initialize"), (names.Memory, names.Realloc, names.Initialize));
        Assert.Throws<NotSupportedException>(() => names.GetImport(null, g, isAsync: true));
    }
}
