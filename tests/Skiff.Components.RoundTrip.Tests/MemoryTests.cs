using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>What a call allocates is freed when it ends: many calls fit into a memory that could not hold what they pass.</summary>
public sealed class MemoryTests(Guest guest)
{
    private const int Calls = 10_000;
    private const int Size = 500;

    // What a guest may grow by: less than the calls would leave behind if one copy of a text stayed.
    private const int Growth = 4 << 20;

    private static readonly string s_text = new('x', Size);
    private static readonly ComponentValue s_person = ComponentValue.Record(
        ("name", s_text), ("age", (byte)1), ("tags", ComponentValue.List("a", "b")), ("nickname", ComponentValue.Some("n")));

    private static readonly (string Instance, string Function, ComponentValue[] Arguments)[] s_calls =
    [
        ("text", "echo-string", [s_text]),
        ("text", "echo-strings", [ComponentValue.List(s_text, "", "a")]),
        ("records", "echo-person", [s_person]),
        ("variants", "echo-joined", [ComponentValue.Variant("text", s_text)]),
        ("variants", "echo-option2-string", [ComponentValue.Some(ComponentValue.Some(s_text))]),
        ("results", "echo-both", [ComponentValue.Error(s_text)]),
        ("results", "echo-ok", [ComponentValue.Ok(s_text)]),
        ("wide", "echo-large-result", [ComponentValue.Error(ComponentValue.Record(("id", 1ul), ("name", s_text), ("place", ComponentValue.Tuple(0.5, 1.5))))]),
        ("maps", "echo-texts", [ComponentValue.Map(((byte)1, s_text), ((byte)2, ""))]),
        ("lists", "echo-several", [ComponentValue.Bytes(new byte[200]), ComponentValue.List([.. Enumerable.Repeat((ComponentValue)0.5, 200)]), ComponentValue.List(s_text)]),
    ];

    public static TheoryData<string, string> Functions => [.. s_calls.Select(call => (call.Instance, call.Function))];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_are_freed(string instance, string function) => guest.Run(
        new Host(guest.World),
        (_, component) =>
        {
            ComponentValue[] arguments = s_calls.Single(call => call.Instance == instance && call.Function == function).Arguments;
            for (int i = 0; i < Calls; i++)
            {
                component.Call($"example:features/{instance}@1.0.0", function, arguments);
            }
        },
        guest.InitialMemory + Growth);

    // What is lost with each call can also be small.
    [Fact]
    public void Small_values_are_freed() => guest.Run(
        new Host(guest.World),
        (_, component) =>
        {
            for (int i = 0; i < 10 * Calls; i++)
            {
                component.Call("example:features/text@1.0.0", "echo-two", "a", "b");
            }
        },
        guest.InitialMemory + Growth);

    [Fact]
    public void Resources_are_freed() => guest.Run(
        new Host(guest.World),
        (host, component) =>
        {
            for (int i = 0; i < Calls; i++)
            {
                ComponentValue thing = Call("[constructor]thing", 1u, s_text);
                thing = Call("echo-own", thing);
                Call("lend-list", ComponentValue.List(thing, thing));
                Call("[method]thing.rename", thing, s_text);
                component.Drop(thing);
            }

            Assert.Equal(0, host.Things.Living);
            Assert.Equal(Calls, host.Things.Dropped.Count);

            ComponentValue Call(string name, params ComponentValue[] arguments) => component.Call(ResourceTests.Interface, name, arguments)!;
        },
        guest.InitialMemory + Growth);
}
