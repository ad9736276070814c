using Skiff.Bindings.Writing;

namespace Skiff.Bindings.Tests.Names;

/// <summary>Worlds whose names are those that generated code uses itself.</summary>
public sealed class HiddenNameTests
{
    // As WIT writes them.
    private static readonly string[] s_names =
    [
        .. NameShortener.KnownTypes.Values.SelectMany(names => names).Concat(["System", "Skiff", "Interop", "Attribute", "Memory", "At", "I", "Value", "Exception"])
            .Select(name => string.Concat(name.Select((c, index) => char.IsUpper(c) && index > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant().Replace("d-l-l", "dll", StringComparison.Ordinal))
            .Distinct()
            .Select(name => name is "option" or "resource" or "result" or "flags" or "record" or "interface" ? $"%{name}" : name),
    ];

    public static TheoryData<string> Items => [.. s_names];

    [Fact]
    public void Types_may_have_them() => Compile(string.Concat(s_names.Select(name => $"record {name} {{ n: list<u8> }} ")) + Uses(s_names));

    [Fact]
    public void Functions_may_have_them() => Compile(string.Concat(s_names.Select(name => $"{name}: func(a: string, b: list<string>, c: option<u32>) -> result<u32, string>; ")));

    [Fact]
    public void Parameters_and_fields_may_have_them()
    {
        string names = string.Join(", ", s_names.Select(name => $"{name}: string"));
        Compile($"record all {{ {names} }} f: func({names}) -> all; g: func({string.Join(", ", s_names.Take(3).Select(name => $"{name}: list<all>"))}) -> option<all>;");
    }

    [Fact]
    public void Cases_may_have_them()
    {
        string names = string.Join(", ", s_names);
        Compile($"variant v {{ {string.Join(", ", s_names.Select(name => $"{name}(list<string>)"))} }} enum e {{ {names} }} flags f {{ {string.Join(", ", s_names.Take(32))} }} g: func(a: v, b: e, c: f) -> result<v, e>;");
    }

    [Fact]
    public void Resources_and_their_methods_may_have_them() =>
        Compile(string.Concat(s_names.Zip(s_names.Skip(1), (name, other) =>
            $"resource {name} {{ constructor(); {other}: func(a: string) -> {name}; {other.TrimStart('%')}s: static func(a: list<borrow<{name}>>) -> result<{name}, string>; }} ")));

    [Theory]
    [MemberData(nameof(Items))]
    public void Interfaces_packages_and_worlds_may_have_them(string name)
    {
        const string Members = "resource r { constructor(); f: func(a: string) -> result<r, string>; } record p { n: u32 } g: func(a: list<p>, b: list<string>, c: char) -> option<p>;";
        GeneratedCode.WithImplementations(
            $$"""
            package {{name}}:{{name}};
            interface {{name}} { {{Members}} }
            interface other { use {{name}}.{p}; h: func(a: list<p>) -> result<p, string>; }
            world {{name.TrimStart('%')}}-world { import {{name}}; export {{name}}; import other; export other; import {{name.TrimStart('%')}}2: func(a: string); }
            """).Clean();
    }

    private static string Uses(IEnumerable<string> types) =>
        string.Concat(types.Select((name, index) => $"use{index}: func(a: {name}, b: list<{name}>, c: char) -> result<option<{name}>, string>; "));

    private static void Compile(string members) =>
        GeneratedCode.WithImplementations($"package test:names; interface i {{ {members} }} world w {{ import i; export i; }}").Clean();
}
