using System.Text;
using Skiff.Hosting.Components;

namespace Skiff.Hosting.Tests;

/// <summary>Calls of exported functions with values of every type, and of functions and resources that the host implements.</summary>
public sealed class ComponentInstanceTests
{
    // Types of values, with a value or more each that an identity function must give back as it is.
    private static readonly (string Type, ComponentValue[] Values)[] s_values =
    [
        ("bool", [true, false]),
        ("s8", [sbyte.MinValue, (sbyte)1]), ("u8", [byte.MaxValue]), ("s16", [short.MinValue]), ("u16", [ushort.MaxValue]),
        ("s32", [int.MinValue, 5]), ("u32", [uint.MaxValue]), ("s64", [long.MinValue]), ("u64", [ulong.MaxValue]),
        ("f32", [1.5f, float.NegativeInfinity]), ("f64", [-0.1, double.MaxValue]), ("char", [new Rune(0x1F600), new Rune('a')]),
    ];

    public static TheoryData<string> Types => [.. s_values.Select(value => value.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Numbers_pass_through(string type)
    {
        string core = type switch { "s64" or "u64" => "i64", "f32" => "f32", "f64" => "f64", _ => "i32" };
        byte[] component = ComponentGuests.Encode(
            $"(module (func (export \"id\") (param {core}) (result {core}) (local.get 0)))", $"export id: func(x: {type}) -> {type};");
        foreach (ComponentValue value in s_values.Single(value => value.Type == type).Values)
        {
            Assert.Equal(value, Run(component, new(), instance => instance.Call("", "id", value)));
        }
    }

    public static TheoryData<string, int> Structures => new()
    {
        { "string", 0 }, { "list<u8>", 1 }, { "point", 2 }, { "tuple<u32, string>", 3 }, { "shape", 4 }, { "shape", 5 }, { "color", 6 },
        { "option<string>", 7 }, { "option<string>", 8 }, { "result<string, u32>", 9 }, { "result<string, u32>", 10 }, { "result", 11 },
        { "rights", 12 }, { "list<point>", 13 }, { "option<option<u32>>", 14 }, { "map<string, u32>", 15 }, { "string", 16 }, { "list<list<string>>", 17 },
    };

    private static readonly ComponentValue[] s_structures =
    [
        "größer 😀", ComponentValue.Bytes(1, 2, 255), Point(1, "a"), ComponentValue.Tuple(1u, "x"), ComponentValue.Variant("circle", 5u),
        ComponentValue.Variant("nothing"), ComponentValue.Enum("green"), ComponentValue.Some("x"), ComponentValue.None, ComponentValue.Ok("x"),
        ComponentValue.Error(1u), ComponentValue.Ok(), ComponentValue.Flags("read", "run"), ComponentValue.List(Point(1, "a"), Point(2, "")),
        ComponentValue.Some(ComponentValue.None), ComponentValue.Map(("a", 1u), ("b", 2u)), "", ComponentValue.List(ComponentValue.List("a"), ComponentValue.List()),
    ];

    [Theory]
    [MemberData(nameof(Structures))]
    public void Structures_pass_through_a_guest_to_the_host_and_back(string type, int index)
    {
        // The guest passes on to the host what it gets, and returns what it gets from there.
        (string parameters, string passed, bool returnsPointer) = type switch
        {
            "color" or "rights" or "result" => ("i32", "(local.get 0)", false),
            "result<string, u32>" or "option<string>" or "tuple<u32, string>" or "point" or "option<option<u32>>" =>
                ("i32 i32 i32", "(local.get 0) (local.get 1) (local.get 2)", true),
            _ => ("i32 i32", "(local.get 0) (local.get 1)", true),
        };
        string core = returnsPointer
            ? $$"""(import "example:test/host" "id" (func $id (param {{parameters}} i32))) (func (export "id") (param {{parameters}}) (result i32) (call $id {{passed}} (i32.const 16)) (i32.const 16))"""
            : $$"""(import "example:test/host" "id" (func $id (param {{parameters}}) (result i32))) (func (export "id") (param {{parameters}}) (result i32) (call $id {{passed}}))""";
        byte[] component = ComponentGuests.Encode(
            $$"""
            (module {{core}}
              (memory (export "memory") 2)
              (global $free (mut i32) (i32.const 1024))
              (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
                (global.set $free (i32.and (i32.add (global.get $free) (i32.const 7)) (i32.const -8)))
                (global.get $free) (global.set $free (i32.add (global.get $free) (local.get 3)))))
            """,
            $"import host; use host.{{point, shape, color, rights}}; export id: func(x: {type}) -> {type};",
            $$"""
            interface host {
              record point { x: u32, name: string }
              variant shape { circle(u32), nothing }
              enum color { red, green }
              flags rights { read, write, run }
              id: func(x: {{type}}) -> {{type}};
            }
            """);
        ComponentValue? seen = null;
        ComponentImports imports = new ComponentImports().Function("example:test/host", "id", arguments => seen = arguments[0]);
        ComponentValue? result = Run(component, imports, instance =>
        {
            instance.Call("", "id", s_structures[index]);
            return instance.Call("", "id", s_structures[index]);
        });
        Assert.Equal(s_structures[index], result);
        Assert.Equal(s_structures[index], seen);
    }

    [Fact]
    public void Resources_of_the_host_are_passed_and_dropped()
    {
        byte[] component = ComponentGuests.Encode(
            """
            (module
              (import "example:test/host" "[constructor]thing" (func $new (param i32) (result i32)))
              (import "example:test/host" "[method]thing.get" (func $get (param i32) (result i32)))
              (import "example:test/host" "[resource-drop]thing" (func $drop (param i32)))
              (func (export "work") (result i32) (local $thing i32)
                (local.set $thing (call $new (i32.const 7)))
                (call $get (local.get $thing))
                (call $drop (local.get $thing))))
            """,
            "import host; export work: func() -> u32;",
            "interface host { resource thing { constructor(x: u32); get: func() -> u32; } }");
        var dropped = new List<uint>();
        ComponentImports imports = new ComponentImports()
            .Resource("example:test/host", "thing", 1, dropped.Add)
            .Function("example:test/host", "[constructor]thing", arguments => new ComponentResource.Host(1, (uint)arguments[0].Content! + 100))
            .Function("example:test/host", "[method]thing.get", arguments =>
            {
                Assert.Equal(new ComponentResource.Host(1, 107, IsOwned: false), arguments[0].Resource);
                return ((ComponentResource.Host)arguments[0].Resource).Representation;
            });
        Assert.Equal(107u, Run(component, imports, instance => instance.Call("", "work")));
        Assert.Equal([107u], dropped);
    }

    [Fact]
    public void Resources_of_a_guest_are_used_and_dropped()
    {
        Run(Counters(), new(), instance =>
        {
            const string counters = "example:test/counters";
            ComponentValue counter = instance.Call(counters, "[constructor]counter", 40u)!;
            Assert.Equal(41u, instance.Call(counters, "[method]counter.next", counter));
            Assert.Equal(42u, instance.Call(counters, "[method]counter.next", counter));
            Assert.Equal(0u, instance.Call(counters, "dropped"));
            instance.Drop(counter);
            Assert.Equal(1u, instance.Call(counters, "dropped"));
            Assert.ThrowsAny<EngineException>(() => instance.Call(counters, "[method]counter.next", counter));
            return true;
        });
    }

    [Fact]
    public void What_the_host_throws_reaches_the_caller()
    {
        byte[] component = ComponentGuests.Encode(
            """(module (import "$root" "f" (func $f)) (func (export "g") (call $f)))""", "import f: func(); export g: func();");
        ComponentImports imports = new ComponentImports().Function("", "f", _ => throw new FormatException("no"));
        Assert.Equal("no", Assert.Throws<FormatException>(() => Run(component, imports, instance => instance.Call("", "g"))).Message);
        Assert.Throws<InvalidModuleException>(() => Run(component, new(), instance => instance.Call("", "g")));
    }

    [Fact]
    public void A_failed_call_is_the_last()
    {
        byte[] component = ComponentGuests.Encode("""(module (func (export "f") unreachable) (func (export "g")))""", "export f: func(); export g: func();");
        Run(component, new(), instance =>
        {
            Assert.Null(instance.Call("", "g"));
            Assert.Equal(TrapCode.Unreachable, Assert.Throws<TrapException>(() => instance.Call("", "f")).Code);
            Assert.Contains("cannot enter component instance", Assert.Throws<TrapException>(() => instance.Call("", "g")).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => instance.Call("", "h"));
            return true;
        });
    }

    private static byte[] Counters() => ComponentGuests.Encode(
        """
        (module
          (import "[export]example:test/counters" "[resource-new]counter" (func $new (param i32) (result i32)))
          (memory (export "memory") 1)
          (global $free (mut i32) (i32.const 16))
          (global $dropped (mut i32) (i32.const 0))
          (func (export "example:test/counters#[constructor]counter") (param i32) (result i32)
            (global.set $free (i32.add (global.get $free) (i32.const 4)))
            (i32.store (global.get $free) (local.get 0))
            (call $new (global.get $free)))
          (func (export "example:test/counters#[method]counter.next") (param i32) (result i32)
            (i32.store (local.get 0) (i32.add (i32.load (local.get 0)) (i32.const 1)))
            (i32.load (local.get 0)))
          (func (export "example:test/counters#[dtor]counter") (param i32) (global.set $dropped (i32.add (global.get $dropped) (i32.const 1))))
          (func (export "example:test/counters#dropped") (result i32) (global.get $dropped)))
        """,
        "export counters;",
        "interface counters { resource counter { constructor(start: u32); next: func() -> u32; } dropped: func() -> u32; }");

    private static ComponentValue Point(uint x, string name) => ComponentValue.Record(("x", x), ("name", name));

    private static T Run<T>(byte[] wasm, ComponentImports imports, Func<ComponentInstance, T> work)
    {
        using CompiledComponent component = CompiledComponent.Compile(Guests.Engine, wasm);
        return ComponentInstance.Run(component, new GuestOptions { TimeLimit = Guests.Bound }, imports, work);
    }
}
