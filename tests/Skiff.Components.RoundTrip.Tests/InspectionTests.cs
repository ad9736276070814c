using System.Text;
using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>What the guest's C# sees of a value, and what the host sees of one that C# made.</summary>
public sealed class InspectionTests(Guest guest)
{
    private const string Interface = "example:features/inspection@1.0.0";

    private static readonly ComponentValue s_padded = ComponentValue.Record(
        ("a", (byte)1), ("b", 2ul), ("c", (byte)3), ("d", 4u), ("e", (ushort)5), ("f", 6.5), ("g", true));

    private static readonly ComponentValue s_scalars = ComponentValue.Record(
        ("a", false), ("b", sbyte.MinValue), ("c", (byte)1), ("d", short.MinValue), ("e", (ushort)2), ("f", int.MinValue), ("g", 3u),
        ("h", long.MinValue), ("i", 4ul), ("j", float.NegativeInfinity), ("k", double.NaN), ("l", new Rune('z')));

    private static readonly (string Name, ComponentValue[] Arguments, string Expected)[] s_descriptions =
    [
        ("bool", [true], "yes"),
        ("bool", [false], "no"),
        ("s8", [sbyte.MinValue], "-128"),
        ("u8", [byte.MaxValue], "255"),
        ("s16", [short.MinValue], "-32768"),
        ("u16", [ushort.MaxValue], "65535"),
        ("s32", [int.MinValue], "-2147483648"),
        ("u32", [uint.MaxValue], "4294967295"),
        ("s64", [long.MinValue], "-9223372036854775808"),
        ("u64", [ulong.MaxValue], "18446744073709551615"),
        ("f32", [-0f], "-0 80000000"),
        ("f32", [float.PositiveInfinity], "Infinity 7f800000"),
        ("f32", [float.MaxValue], "3.4028235E+38 7f7fffff"),
        ("f64", [-0.0], "-0 8000000000000000"),
        ("f64", [double.NegativeInfinity], "-Infinity fff0000000000000"),
        ("f64", [double.Epsilon], "5E-324 0000000000000001"),
        ("char", [new Rune(0)], "U+0000"),
        ("char", [new Rune(0xD7FF)], "U+D7FF"),
        ("char", [new Rune(0xE000)], "U+E000"),
        ("char", [new Rune(0x10FFFF)], "U+10FFFF"),
        ("string", [""], "0: "),
        ("string", ["a\0ö𝄞"], "5: 0061 0000 00f6 d834 dd1e"),
        ("scalars", [s_scalars], "False -128 1 -32768 2 -2147483648 3 -9223372036854775808 4 -Infinity NaN z"),
        ("padded", [s_padded], "1 2 3 4 5 6.5 True"),
        ("person", [Person("Ada", 36, ["x", "y"], "A")], "Ada (36) [x|y] A"),
        ("person", [Person("", 0, [], null)], " (0) [] -"),
        ("nested", [ComponentValue.Record(
            ("before", (byte)9), ("inner", s_padded), ("people", ComponentValue.List(Person("Ada", 36, ["x"], null))),
            ("pair", ComponentValue.Tuple((byte)8, ComponentValue.Record(("value", 0.5f)))), ("after", (byte)7))],
            "9 1 2 3 4 5 6.5 True Ada (36) [x] - 8/0.5 7"),
        ("tuple", [ComponentValue.Tuple((byte)1, "two", 3.5)], "1 two 3.5"),
        ("shape", [ComponentValue.Variant("circle", 0.5)], "circle of 0.5"),
        ("shape", [ComponentValue.Variant("square", 7u)], "square of 7"),
        ("shape", [ComponentValue.Variant("polygon", ComponentValue.List(ComponentValue.Tuple(1f, 2f), ComponentValue.Tuple(3f, 4f)))], "polygon of 1/2 3/4"),
        ("shape", [ComponentValue.Variant("named", "n")], "named n"),
        ("shape", [ComponentValue.Variant("nothing")], "nothing"),
        ("joined", [ComponentValue.Variant("int", uint.MaxValue)], "int 4294967295"),
        ("joined", [ComponentValue.Variant("float", -1.5f)], "float -1.5"),
        ("joined", [ComponentValue.Variant("long", ulong.MaxValue)], "long 18446744073709551615"),
        ("joined", [ComponentValue.Variant("double", 1e300)], "double 1E+300"),
        ("joined", [ComponentValue.Variant("text", "t")], "text t"),
        ("joined", [ComponentValue.Variant("bytes", ComponentValue.Bytes(1, 255))], "bytes 01ff"),
        ("joined", [ComponentValue.Variant("both", ComponentValue.Tuple(1.5f, 2.5))], "both 1.5 2.5"),
        ("joined", [ComponentValue.Variant("other", ComponentValue.Tuple(1.5, 2.5f))], "other 1.5 2.5"),
        ("joined", [ComponentValue.Variant("small", (sbyte)-1)], "small -1"),
        ("joined", [ComponentValue.Variant("character", new Rune('c'))], "character c"),
        ("joined", [ComponentValue.Variant("truth", true)], "truth True"),
        ("joined", [ComponentValue.Variant("signed", -1)], "signed -1"),
        ("joined", [ComponentValue.Variant("signed-long", -1L)], "signed-long -1"),
        ("joined", [ComponentValue.Variant("short", (short)-1)], "short -1"),
        ("joined", [ComponentValue.Variant("none")], "none"),
        ("many", [ComponentValue.Variant("c0", (byte)1)], "0 1"),
        ("many", [ComponentValue.Variant("c1", "one")], "1 one"),
        ("many", [ComponentValue.Variant("c254")], "254"),
        ("many", [ComponentValue.Variant("c255", ulong.MaxValue)], "255 18446744073709551615"),
        ("many", [ComponentValue.Variant("c256", 0.25)], "256 0.25"),
        ("enum", [ComponentValue.Enum("c0")], "C0 0"),
        ("enum", [ComponentValue.Enum("c256")], "C256 256"),
        ("flags", [ComponentValue.Flags("b7"), ComponentValue.Flags("b0", "b8"), ComponentValue.Flags("b0", "b31")], "80 101 80000001"),
        ("flags", [ComponentValue.Flags(), ComponentValue.Flags(), ComponentValue.Flags()], "0 0 0"),
        ("option", [ComponentValue.None], "none"),
        ("option", [ComponentValue.Some("")], "some "),
        ("nested-option", [ComponentValue.None], "none"),
        ("nested-option", [ComponentValue.Some(ComponentValue.None)], "some none"),
        ("nested-option", [ComponentValue.Some(ComponentValue.Some(0u))], "some some 0"),
        ("result", [ComponentValue.Ok(5u)], "ok 5"),
        ("result", [ComponentValue.Error(ComponentValue.Variant("not-found", "x"))], "not found: x"),
        ("result", [ComponentValue.Error(ComponentValue.Variant("code", 3u))], "code 3"),
        ("result", [ComponentValue.Error(ComponentValue.Variant("unknown"))], "unknown"),
        ("bytes", [ComponentValue.Bytes()], ""),
        ("bytes", [ComponentValue.Bytes(0, 1, 254, 255)], "0001feff"),
        ("longs", [ComponentValue.List(long.MinValue, -1L, long.MaxValue)], "-9223372036854775808 -1 9223372036854775807"),
        ("people", [ComponentValue.List()], ""),
        ("people", [ComponentValue.List(Person("a", 1, [], null), Person("b", 2, [], "B"))], "a (1) [] -; b (2) [] B"),
        ("map", [ComponentValue.Map(("b", 2u), ("a", 1u))], "b=2 a=1"),
        // Of two entries with one key the last one counts.
        ("map", [ComponentValue.Map(("a", 1u), ("a", 2u))], "a=2"),
    ];

    private static readonly (string Name, ComponentValue Expected)[] s_made =
    [
        ("numbers", ComponentValue.Tuple(
            true, (sbyte)-1, (byte)255, (short)-2, (ushort)65534, -3, uint.MaxValue - 2, -4L, ulong.MaxValue - 3, 1.5f, -0.0, new Rune(0x1F600))),
        ("string", "größer\0𝄞\u2028"),
        ("scalars", s_scalars),
        ("padded", s_padded),
        ("person", Person("Ada", 36, ["x", "", "größer"], null)),
        ("shapes", ComponentValue.List(
            ComponentValue.Variant("circle", 0.5), ComponentValue.Variant("square", 7u),
            ComponentValue.Variant("polygon", ComponentValue.List(ComponentValue.Tuple(1f, 2f), ComponentValue.Tuple(3f, 4f))),
            ComponentValue.Variant("named", "n"), ComponentValue.Variant("nothing"))),
        ("joined", ComponentValue.List(
            ComponentValue.Variant("int", uint.MaxValue), ComponentValue.Variant("float", -1.5f), ComponentValue.Variant("long", ulong.MaxValue),
            ComponentValue.Variant("double", 1e300), ComponentValue.Variant("text", "t"), ComponentValue.Variant("bytes", ComponentValue.Bytes(1, 2)),
            ComponentValue.Variant("both", ComponentValue.Tuple(1.5f, 2.5)), ComponentValue.Variant("other", ComponentValue.Tuple(1.5, 2.5f)),
            ComponentValue.Variant("small", (sbyte)-1), ComponentValue.Variant("character", new Rune(0x10FFFF)), ComponentValue.Variant("truth", true),
            ComponentValue.Variant("signed", -1), ComponentValue.Variant("signed-long", -1L), ComponentValue.Variant("short", (short)-1),
            ComponentValue.Variant("none"))),
        ("many", ComponentValue.List(
            ComponentValue.Variant("c0", (byte)1), ComponentValue.Variant("c1", "one"), ComponentValue.Variant("c254"),
            ComponentValue.Variant("c255", ulong.MaxValue), ComponentValue.Variant("c256", 0.25))),
        ("enums", ComponentValue.Tuple(ComponentValue.Enum("blue"), ComponentValue.Enum("c0"), ComponentValue.Enum("c256"))),
        ("flags", ComponentValue.Tuple(ComponentValue.Flags("b7"), ComponentValue.Flags("b0", "b8"), ComponentValue.Flags("b0", "b31"))),
        ("options", ComponentValue.Tuple(
            ComponentValue.None, ComponentValue.Some((byte)0), ComponentValue.None, ComponentValue.Some(ComponentValue.None),
            ComponentValue.Some(ComponentValue.Some((byte)0)))),
        ("results", ComponentValue.Tuple(
            ComponentValue.Ok((byte)1), ComponentValue.Error("no"), ComponentValue.Ok(), ComponentValue.Error((byte)2))),
        ("map", ComponentValue.Map(("one", 1u), ("", 0u), ("große", uint.MaxValue))),
    ];

    /// <summary>Values, and what the guest says of them.</summary>
    internal static IReadOnlyList<(string Name, ComponentValue[] Arguments, string Expected)> Descriptions => s_descriptions;

    /// <summary>What the guest makes.</summary>
    internal static IReadOnlyList<(string Name, ComponentValue Expected)> MadeValues => s_made;

    public static TheoryData<string> Described => [.. s_descriptions.Select(description => description.Name).Distinct()];

    public static TheoryData<string> Made => [.. s_made.Select(made => made.Name)];

    [Theory]
    [MemberData(nameof(Described))]
    public void The_guest_sees_the_value(string name) => guest.Run(new Host(guest.World), (host, component) =>
    {
        foreach ((_, ComponentValue[] arguments, string expected) in s_descriptions.Where(description => description.Name == name))
        {
            Assert.Equal(expected, component.Call(Interface, $"describe-{name}", arguments)!.Content);
        }
    });

    [Theory]
    [MemberData(nameof(Made))]
    public void The_host_sees_the_value(string name) => guest.Run(
        new Host(guest.World), (_, component) => Assert.Equal(s_made.Single(made => made.Name == name).Expected, component.Call(Interface, $"make-{name}")));

    private static ComponentValue Person(string name, byte age, string[] tags, string? nickname) => ComponentValue.Record(
        ("name", name),
        ("age", age),
        ("tags", ComponentValue.List([.. tags.Select(tag => (ComponentValue)tag)])),
        ("nickname", nickname is null ? ComponentValue.None : ComponentValue.Some(nickname)));
}
