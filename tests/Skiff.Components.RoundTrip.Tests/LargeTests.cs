using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

public sealed class LargeTests(Guest guest)
{
    private const string Lists = "example:features/lists@1.0.0";

    private static readonly (string Name, ComponentValue Value)[] s_values =
    [
        ("u8s", List(1_000_000, index => (byte)(index * 7))),
        ("f64s", List(200_000, index => index / 3.0)),
        ("bools", List(100_000, index => index % 3 == 0)),
        ("lists", List(10_000, index => ComponentValue.Bytes((byte)index, (byte)(index >> 8)))),
        ("options", List(100_000, index => index % 2 == 0 ? ComponentValue.None : ComponentValue.Some($"string {index}"))),
        ("tuples", List(20_000, index => ComponentValue.Tuple((byte)index, (ulong)index << 32, $"{index}"))),
        ("flags", List(20_000, index => index % 2 == 0 ? ComponentValue.Flags("b0", "b8") : ComponentValue.Flags())),
        ("results", List(20_000, index => index % 2 == 0 ? ComponentValue.Ok($"{index}") : ComponentValue.Error((uint)index))),
    ];

    public static TheoryData<string> Values => [.. s_values.Select(value => value.Name)];

    [Theory]
    [MemberData(nameof(Values))]
    public void Large_lists_pass(string name) => guest.Run(new Host(guest.World), (host, component) =>
    {
        ComponentValue value = s_values.Single(item => item.Name == name).Value;
        ComponentValue? result = component.Call(Lists, $"echo-{name}", value);
        Assert.True(value.Equals(host.Received[0]));
        Assert.True(value.Equals(result));
    });

    [Fact]
    public void A_hundred_thousand_strings_pass() => guest.Run(new Host(guest.World), (_, component) =>
    {
        ComponentValue value = List(100_000, index => $"string {index}");
        Assert.True(value.Equals(component.Call("example:features/text@1.0.0", "echo-strings", value)));
    });

    [Fact]
    public void A_million_bytes_that_the_guest_makes_pass() => guest.Run(new Host(guest.World), (_, component) =>
        Assert.True(List(1_000_000, index => (byte)index).Equals(component.Call("example:features/inspection@1.0.0", "make-bytes", 1_000_000u))));

    private static ComponentValue List(int count, Func<int, ComponentValue> element) => ComponentValue.List([.. Enumerable.Range(0, count).Select(element)]);
}
