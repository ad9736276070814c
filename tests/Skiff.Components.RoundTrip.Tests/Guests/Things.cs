using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests.Guests;

/// <summary>The host's side of the interface of resources that both implement.</summary>
internal sealed class Things(Host host)
{
    private const uint ThingType = 1;
    private const uint DoorType = 2;

    private readonly Dictionary<uint, (uint Id, string Name)> _things = [];
    private readonly Dictionary<uint, string> _doors = [];
    private uint _last = 1000;

    /// <summary>How many things and doors were not dropped yet.</summary>
    public int Living => _things.Count + _doors.Count;

    /// <summary>The numbers of the things that were dropped, in their order.</summary>
    public List<uint> Dropped { get; } = [];

    /// <summary>Is called while the guest lends a thing.</summary>
    public Action? Lent { get; set; }

    /// <summary>Adds everything to what the guest is given.</summary>
    public void Define(string instance)
    {
        ComponentImports imports = host.Imports;
        imports.Resource(instance, "thing", ThingType, Drop).Resource(instance, "door", DoorType, representation => Assert.True(_doors.Remove(representation)));
        Function("[constructor]thing", arguments => Make((uint)arguments[0].Content!, (string)arguments[1].Content!));
        Function("[static]thing.make", arguments => (uint)arguments[0].Content! is var id and not 0 ? ComponentValue.Ok(Make(id, "made")) : ComponentValue.Error("no thing has the number 0"));
        Function("[static]thing.merge", arguments => Make(
            (uint)arguments[0].Elements.Sum(thing => Id(thing)), string.Join('+', arguments[0].Elements.Select(thing => Take(thing).Name))));
        Function("[method]thing.id", arguments => Id(arguments[0]));
        Function("[method]thing.rename", arguments => Rename(arguments[0], (string)arguments[1].Content!));
        Function("[method]thing.is-same", arguments => Representation(arguments[0]) == Representation(arguments[1]));
        Function("[method]thing.absorb", arguments => Id(arguments[0]) + Take(arguments[1]).Id);
        Function("[method]thing.copy", arguments => Make(Id(arguments[0]) + 1, "copy of " + Name(arguments[0])));
        Function("[method]thing.sum", arguments =>
            (ulong)arguments.Skip(1).Take(15).Sum(value => (decimal)(ulong)value.Content!) + Id(arguments[0]) + (ulong)((string)arguments[16].Content!).Length);
        Function("[constructor]door", arguments => MakeDoor((string)arguments[0].Content!));
        Function("[method]door.open", arguments => _doors[Representation(arguments[0])] == "wrong" ? ComponentValue.Error("the key does not fit") : ComponentValue.Ok(7u));
        foreach (string name in (string[])["own", "list", "option", "result", "tuple", "holder", "content"])
        {
            Function("echo-" + name, Host.Echo);
        }

        Function("lend", arguments =>
        {
            Lent?.Invoke();
            return Id(arguments[0]);
        });
        Function("lend-two", arguments => Id(arguments[0]) * 100 + Id(arguments[1]));
        Function("lend-list", arguments => ComponentValue.List([.. arguments[0].Elements.Select(thing => (ComponentValue)Id(thing))]));
        Function("lend-option", arguments => arguments[0].Content is ComponentValue thing ? ComponentValue.Some(Id(thing)) : ComponentValue.None);
        Function("lend-record", arguments =>
            arguments[0].Content is (string, ComponentValue)[] fields ? $"{fields[0].Item2.Content}: {Name(fields[1].Item2)}" : "");
        Function("keep", arguments => Make(Id(arguments[0]), Take(arguments[1]).Name));
        Function("give-nothing-back", arguments =>
        {
            Take(arguments[0]);
            return null;
        });

        void Function(string name, Func<IReadOnlyList<ComponentValue>, ComponentValue?> body) => imports.Function(instance, name, body);
    }

    private ComponentValue Make(uint id, string name)
    {
        _things.Add(++_last, (id, name));
        return new ComponentResource.Host(ThingType, _last);
    }

    private ComponentValue MakeDoor(string key)
    {
        if (key.Length == 0)
        {
            return ComponentValue.Error("a door needs a key");
        }

        _doors.Add(++_last, key);
        return ComponentValue.Ok(new ComponentResource.Host(DoorType, _last));
    }

    private void Drop(uint representation)
    {
        Assert.True(_things.Remove(representation, out (uint Id, string Name) thing), $"the thing {representation} was dropped twice");
        Dropped.Add(thing.Id);
    }

    private string Rename(ComponentValue thing, string name)
    {
        string old = Name(thing);
        _things[Representation(thing)] = (Id(thing), name);
        return old;
    }

    // What the host was given is the host's: it ends here.
    private (uint Id, string Name) Take(ComponentValue thing)
    {
        Assert.True(((ComponentResource.Host)thing.Resource).IsOwned);
        Assert.True(_things.Remove(Representation(thing), out (uint Id, string Name) taken));
        return taken;
    }

    private uint Id(ComponentValue thing) => _things[Representation(thing)].Id;

    private string Name(ComponentValue thing) => _things[Representation(thing)].Name;

    private static uint Representation(ComponentValue resource) => ((ComponentResource.Host)resource.Resource).Representation;
}
