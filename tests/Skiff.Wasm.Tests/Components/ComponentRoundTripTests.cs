using Skiff.Wasm.Components;

namespace Skiff.Wasm.Tests.Components;

/// <summary>Components of other tools, read and written again: not a byte differs.</summary>
public class ComponentRoundTripTests
{
    private static readonly string s_data = Path.Combine(AppContext.BaseDirectory, "Components", "data");

    public static TheoryData<string> Texts => [.. Directory.GetFiles(s_data, "*.wat").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_component_from_text_is_valid_and_written_as_it_was_read(string name)
    {
        byte[] bytes = Wasmtime.Assemble(File.ReadAllText(Path.Combine(s_data, name + ".wat")));
        Wasmtime.AssertValidComponent(bytes);
        Assert.True(Component.IsComponent(bytes));
        AssertRoundTrip(bytes);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Names_and_modules_survive_being_rebuilt(string name)
    {
        byte[] bytes = Wasmtime.Assemble(File.ReadAllText(Path.Combine(s_data, name + ".wat")));
        var component = Component.Read(bytes);
        foreach (EmbeddedModule module in component.Definitions.OfType<EmbeddedModule>())
        {
            module.Bytes = module.ReadModule().Write();
        }

        byte[] written = component.Write();
        Wasmtime.AssertValidComponent(written);
        Assert.Equal(Jco.Print(bytes), Jco.Print(written));
    }

    [Fact]
    public void A_component_that_wit_component_makes_is_written_as_it_was_read()
    {
        const string Wit = """
            package example:judged;
            interface types {
              record point { x: u32, y: option<string> }
              variant shape { circle(u32), line(tuple<point, point>), nothing }
              flags rights { read, write }
              enum direction { north, south }
              resource canvas {
                constructor(size: point);
                draw: func(what: list<shape>) -> result<direction, string>;
                open: static func(path: string) -> result<canvas>;
              }
            }
            interface painting {
              use types.{canvas, point};
              paint: func(on: borrow<canvas>, at: point) -> canvas;
            }
            world judged {
              import types;
              import log: func(message: string);
              import host: interface { now: func() -> u64; bytes: func(count: u32) -> list<u8>; }
              export painting;
              export run: func(arguments: list<string>) -> result<string, u32>;
            }
            """;
        byte[] bytes = Jco.ComponentNew(Jco.DummyModule(Wit));
        Wasmtime.AssertValidComponent(bytes);
        AssertRoundTrip(bytes);
    }

    private static void AssertRoundTrip(byte[] bytes)
    {
        var component = Component.Read(bytes);
        component.Validate();
        byte[] written = component.Write();
        int difference = bytes.AsSpan().CommonPrefixLength(written);
        Assert.True(bytes.AsSpan().SequenceEqual(written), $"{bytes.Length} bytes became {written.Length}; the first difference is at {difference}");
    }
}
