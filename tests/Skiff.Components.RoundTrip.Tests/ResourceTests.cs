using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>The guest's things, each of which has one of the host's.</summary>
public sealed class ResourceTests(Guest guest)
{
    internal const string Interface = "example:features/resources@1.0.0";

    [Fact]
    public void Constructors_methods_and_static_functions_are_called() => Run((_, things) =>
    {
        ComponentValue thing = things.Make(7, "first");
        Assert.Equal(7u, things.Id(thing));
        Assert.Equal("first", things.Call("[method]thing.rename", thing, "second"));
        Assert.Equal("second", things.Call("[method]thing.rename", thing, "größer"));
        ComponentValue copy = things.Call("[method]thing.copy", thing)!;
        Assert.Equal(8u, things.Id(copy));
        Assert.Equal("copy of größer", things.Call("[method]thing.rename", copy, ""));
        Assert.Equal(true, things.Call("[method]thing.is-same", thing, thing));
        Assert.Equal(false, things.Call("[method]thing.is-same", thing, copy));
        Assert.Equal(
            uint.MaxValue * 15ul + 7 + 4,
            things.Call("[method]thing.sum", [thing, .. Enumerable.Repeat((ComponentValue)(ulong)uint.MaxValue, 15), "four"]));
        ComponentValue made = things.Call("[static]thing.make", 9u)!;
        Assert.Equal(9u, things.Id(Payload(made)));
        Assert.Equal(ComponentValue.Error("no thing has the number 0"), things.Call("[static]thing.make", 0u));
    });

    [Fact]
    public void A_constructor_can_fail() => Run((host, things) =>
    {
        Assert.Equal(ComponentValue.Error("a door needs a key"), things.Call("[constructor]door", ""));
        ComponentValue door = Payload(things.Call("[constructor]door", "right")!);
        Assert.Equal(ComponentValue.Ok(7u), things.Call("[method]door.open", door));
        ComponentValue wrong = Payload(things.Call("[constructor]door", "wrong")!);
        Assert.Equal(ComponentValue.Error("the key does not fit"), things.Call("[method]door.open", wrong));
        things.Drop(door);
        things.Drop(wrong);
        Assert.Equal(0, host.Things.Living);
    });

    [Fact]
    public void What_the_host_drops_is_disposed_of() => Run((host, things) =>
    {
        ComponentValue[] made = [.. Enumerable.Range(1, 5).Select(id => things.Make((uint)id, ""))];
        things.Drop(made[2]);
        things.Drop(made[0]);
        Assert.Equal([3u, 1u], host.Things.Dropped);
        Assert.Equal(4u, things.Id(made[3]));

        // Numbers of objects are used again.
        ComponentValue next = things.Make(6, "");
        Assert.Equal(6u, things.Id(next));
        Assert.Equal(2u, things.Id(made[1]));
        things.Drop(next);
        things.Drop(made[1]);
        things.Drop(made[3]);
        things.Drop(made[4]);
        Assert.Equal([3u, 1u, 6u, 2u, 4u, 5u], host.Things.Dropped);
        Assert.Equal(0, host.Things.Living);
    });

    [Fact]
    public void Owned_things_pass_in_everything_that_can_have_them() => Run((host, things) =>
    {
        ComponentValue one = things.Call("echo-own", things.Make(1, "one"))!;
        Assert.Equal(1u, things.Id(one));

        ComponentValue list = things.Call("echo-list", ComponentValue.List(things.Make(2, ""), one, things.Make(3, "")))!;
        Assert.Equal([2u, 1u, 3u], list.Elements.Select(things.Id));
        Assert.Equal(ComponentValue.List(), things.Call("echo-list", ComponentValue.List()));

        ComponentValue option = things.Call("echo-option", ComponentValue.Some(list.Elements[0]))!;
        Assert.Equal(2u, things.Id((ComponentValue)option.Content!));
        Assert.Equal(ComponentValue.None, things.Call("echo-option", ComponentValue.None));

        ComponentValue result = things.Call("echo-result", ComponentValue.Ok(list.Elements[1]))!;
        Assert.Equal(1u, things.Id(Payload(result)));
        Assert.Equal(ComponentValue.Error("none"), things.Call("echo-result", ComponentValue.Error("none")));

        ComponentValue tuple = things.Call("echo-tuple", ComponentValue.Tuple(Payload(result), 42u, list.Elements[2]))!;
        Assert.Equal([1u, 3u], new[] { tuple.Elements[0], tuple.Elements[2] }.Select(things.Id));
        Assert.Equal(42u, tuple.Elements[1]);

        ComponentValue holder = things.Call("echo-holder", ComponentValue.Record(("name", "h"), ("content", tuple.Elements[0])))!;
        (string, ComponentValue Value)[] fields = ((string, ComponentValue)[])holder.Content!;
        Assert.Equal("h", fields[0].Value);
        Assert.Equal(1u, things.Id(fields[1].Value));

        ComponentValue variant = things.Call("echo-content", ComponentValue.Variant("several", ComponentValue.List(fields[1].Value, tuple.Elements[2])))!;
        ComponentValue[] several = [.. Case(variant, "several").Elements];
        Assert.Equal([1u, 3u], several.Select(things.Id));
        Assert.Equal(3u, things.Id(Case(things.Call("echo-content", ComponentValue.Variant("one", several[1]))!, "one")));
        Assert.Equal(ComponentValue.Variant("nothing"), things.Call("echo-content", ComponentValue.Variant("nothing")));

        Assert.Empty(host.Things.Dropped);
        Assert.Equal(3, host.Things.Living);
    });

    [Fact]
    public void Lent_things_pass_in_everything_that_can_have_them() => Run((host, things) =>
    {
        ComponentValue first = things.Make(1, "one");
        ComponentValue second = things.Make(2, "two");
        Assert.Equal(1u, things.Call("lend", first));
        Assert.Equal(102u, things.Call("lend-two", first, second));
        Assert.Equal(101u, things.Call("lend-two", first, first));
        Assert.Equal(ComponentValue.List(2u, 1u, 2u), things.Call("lend-list", ComponentValue.List(second, first, second)));
        Assert.Equal(ComponentValue.List(), things.Call("lend-list", ComponentValue.List()));
        Assert.Equal(ComponentValue.Some(2u), things.Call("lend-option", ComponentValue.Some(second)));
        Assert.Equal(ComponentValue.None, things.Call("lend-option", ComponentValue.None));
        Assert.Equal("lender: two", things.Call("lend-record", ComponentValue.Record(("name", "lender"), ("content", second))));
        Assert.Equal(2, host.Things.Living);
    });

    [Fact]
    public void What_is_given_away_is_gone() => Run((host, things) =>
    {
        ComponentValue lent = things.Make(1, "lent");
        ComponentValue kept = things.Call("keep", lent, things.Make(2, "given"))!;
        Assert.Equal(1u, things.Id(kept));
        Assert.Equal("given", things.Call("[method]thing.rename", kept, ""));
        Assert.Equal(3u, things.Call("[method]thing.absorb", lent, things.Make(2, "")));
        Assert.Equal(6u, things.Id(things.Call("[static]thing.merge", ComponentValue.List(things.Make(1, "a"), things.Make(2, "b"), things.Make(3, "c")))!));
        things.Call("give-nothing-back", things.Make(9, ""));
        Assert.Equal(3, host.Things.Living);
        Assert.Empty(host.Things.Dropped);
    });

    [Fact]
    public void A_thing_that_was_given_away_cannot_be_used() => Run((_, things) =>
    {
        ComponentValue thing = things.Make(1, "");
        things.Call("give-nothing-back", thing);
        Assert.ThrowsAny<EngineException>(() => things.Id(thing));
    });

    [Fact]
    public void A_thing_that_was_dropped_cannot_be_used() => Run((_, things) =>
    {
        ComponentValue thing = things.Make(1, "");
        things.Drop(thing);
        Assert.ThrowsAny<EngineException>(() => things.Id(thing));
    });

    [Fact]
    public void One_thing_cannot_be_given_twice() => Run((_, things) =>
    {
        ComponentValue thing = things.Make(1, "");
        Assert.ThrowsAny<EngineException>(() => things.Call("echo-list", ComponentValue.List(thing, thing)));
    });

    [Fact]
    public void A_thing_cannot_be_given_to_itself() => Run((_, things) =>
    {
        ComponentValue thing = things.Make(1, "");
        Assert.ThrowsAny<EngineException>(() => things.Call("[method]thing.absorb", thing, thing));
    });

    [Fact]
    public void A_thing_cannot_be_dropped_while_it_is_lent() => Run((host, things) =>
    {
        ComponentValue thing = things.Make(1, "");
        Exception? refusal = null;
        host.Things.Lent = () => refusal = Record.Exception(() => things.Drop(thing));
        Record.Exception(() => things.Call("lend", thing));
        Assert.IsAssignableFrom<EngineException>(refusal);
        Assert.Empty(host.Things.Dropped);
    });

    private void Run(Action<Host, Caller> work) => guest.Run(new Host(guest.World), (host, component) => work(host, new Caller(component)));

    private static ComponentValue Payload(ComponentValue result)
    {
        (bool isOk, ComponentValue? value) = ((bool, ComponentValue?))result.Content!;
        Assert.True(isOk);
        return value!;
    }

    private static ComponentValue Case(ComponentValue variant, string expected)
    {
        (string name, ComponentValue? value) = ((string, ComponentValue?))variant.Content!;
        Assert.Equal(expected, name);
        return value!;
    }

    private sealed class Caller(ComponentInstance component)
    {
        public ComponentValue? Call(string function, params ComponentValue[] arguments) => component.Call(Interface, function, arguments);

        public ComponentValue Make(uint id, string name) => Call("[constructor]thing", id, name)!;

        public uint Id(ComponentValue thing) => (uint)Call("[method]thing.id", thing)!.Content!;

        public void Drop(ComponentValue thing) => component.Drop(thing);
    }
}
