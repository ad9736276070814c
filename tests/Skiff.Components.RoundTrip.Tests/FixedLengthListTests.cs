using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Components.RoundTrip.Tests.Jco;
using Skiff.Hosting;
using Skiff.Wasm.Tests.Judges;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>Lists of fixed length, which are in a guest of their own: Wasmtime refuses components that have them, and its C API cannot switch them on.</summary>
public sealed class FixedLengthListTests : IDisposable
{
    private const string Wit = """
        package example:fixed@1.0.0;

        interface lists {
            record place { name: string, at: list<f64, 3> }
            variant item { at(list<s16, 2>), named(list<string, 2>), nothing }

            echo-bytes: func(v: list<u8, 4>) -> list<u8, 4>;
            echo-one: func(v: list<u64, 1>) -> list<u64, 1>;
            echo-floats: func(v: list<f32, 3>) -> list<f32, 3>;
            echo-strings: func(v: list<string, 2>) -> list<string, 2>;
            echo-nested: func(v: list<list<u16, 2>, 3>) -> list<list<u16, 2>, 3>;
            echo-sixteen: func(v: list<u32, 16>) -> list<u32, 16>;
            echo-seventeen: func(v: list<u32, 17>) -> list<u32, 17>;
            echo-record: func(v: place) -> place;
            echo-variant: func(v: item) -> item;
            echo-option: func(v: option<list<char, 2>>) -> option<list<char, 2>>;
            echo-list: func(v: list<list<u8, 4>>) -> list<list<u8, 4>>;
            echo-several: func(a: list<bool, 3>, b: list<string, 1>) -> tuple<list<bool, 3>, list<string, 1>>;
        }

        world fixed { import lists; export lists; }
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("skiff-fixed-").FullName;
    private readonly Guest _guest;

    public FixedLengthListTests() => _guest = PassingGuest.Make(Wit, _directory);

    public void Dispose()
    {
        _guest.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void They_pass_on_Node()
    {
        string modules = NpmTools.Modules;
        Assert.All(JcoRun.Run(_guest, modules), check => Assert.True(check.Value == "ok", $"{check.Key}: {check.Value}"));
    }

    // When it takes them, what is tested on Node can be tested there.
    [Fact]
    public void Wasmtime_has_them_not() => Assert.Contains(
        "fixed-length lists feature",
        Assert.Throws<InvalidModuleException>(() => _guest.Run(new Host(_guest.World), (_, _) => { })).Message,
        StringComparison.Ordinal);
}
