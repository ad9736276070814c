namespace Skiff.Components.RoundTrip;

/// <summary>Passes the host's things on that the guest's have, and makes things of the guest's of what comes back.</summary>
internal sealed class ResourcesPassing : IResources
{
    public static ExportedResources.IThing EchoOwn(ExportedResources.IThing v) => new Thing(Resources.EchoOwn(Thing.InnerOf(v)));

    public static ExportedResources.IThing[] EchoList(ExportedResources.IThing[] v) =>
        [.. Resources.EchoList([.. v.Select(Thing.InnerOf)]).Select(thing => new Thing(thing))];

    public static ExportedResources.IThing? EchoOption(ExportedResources.IThing? v) =>
        Resources.EchoOption(v is null ? null : Thing.InnerOf((ExportedResources.IThing)v)) is { } thing ? new Thing(thing) : null;

    public static ExportedResources.IThing EchoResult(Result<ExportedResources.IThing, string> v) => new Thing(
        Resources.EchoResult(v.TryGetValue(out ExportedResources.IThing? thing, out string? error) ? Thing.InnerOf((ExportedResources.IThing)thing) : error));

    public static (ExportedResources.IThing, uint, ExportedResources.IThing) EchoTuple((ExportedResources.IThing, uint, ExportedResources.IThing) v)
    {
        (Resources.Thing first, uint number, Resources.Thing second) = Resources.EchoTuple((Thing.InnerOf(v.Item1), v.Item2, Thing.InnerOf(v.Item3)));
        return (new Thing(first), number, new Thing(second));
    }

    public static ExportedResources.Holder EchoHolder(ExportedResources.Holder v)
    {
        Resources.Holder holder = Resources.EchoHolder(new Resources.Holder(v.Name, Thing.InnerOf(v.Content)));
        return new ExportedResources.Holder(holder.Name, new Thing(holder.Content));
    }

    public static ExportedResources.Content EchoContent(ExportedResources.Content v)
    {
        Resources.Content content = Resources.EchoContent(v switch
        {
            ExportedResources.Content.One one => new Resources.Content.One(Thing.InnerOf(one.Value)),
            ExportedResources.Content.Several several => new Resources.Content.Several([.. several.Value.Select(Thing.InnerOf)]),
            _ => new Resources.Content.Nothing(),
        });
        return content switch
        {
            Resources.Content.One one => new ExportedResources.Content.One(new Thing(one.Value)),
            Resources.Content.Several several => new ExportedResources.Content.Several([.. several.Value.Select(thing => new Thing(thing))]),
            _ => new ExportedResources.Content.Nothing(),
        };
    }

    public static uint Lend(ExportedResources.IThing v) => Resources.Lend(Thing.InnerOf(v));

    public static uint LendTwo(ExportedResources.IThing first, ExportedResources.IThing second) =>
        Resources.LendTwo(Thing.InnerOf(first), Thing.InnerOf(second));

    public static uint[] LendList(ExportedResources.IThing[] v) => Resources.LendList([.. v.Select(Thing.InnerOf)]);

    public static uint? LendOption(ExportedResources.IThing? v) => Resources.LendOption(v is null ? null : Thing.InnerOf((ExportedResources.IThing)v));

    public static string LendRecord(ExportedResources.Lender v) => Resources.LendRecord(new Resources.Lender(v.Name, Thing.InnerOf(v.Content)));

    public static ExportedResources.IThing Keep(ExportedResources.IThing lent, ExportedResources.IThing given) =>
        new Thing(Resources.Keep(Thing.InnerOf(lent), Thing.InnerOf(given)));

    public static void GiveNothingBack(ExportedResources.IThing v) => Resources.GiveNothingBack(Thing.InnerOf(v));
}
