namespace Skiff.Components.RoundTrip;

/// <summary>A thing of the guest's, which has one of the host's and passes on to it what it is asked.</summary>
internal sealed class Thing(Resources.Thing inner) : ExportedResources.IThing, ExportedResources.IThingFactory, IDisposable
{
    /// <summary>The host's.</summary>
    public Resources.Thing Inner { get; } = inner;

    public static ExportedResources.IThing Create(uint id, string name) => new Thing(new Resources.Thing(id, name));

    public static ExportedResources.IThing Make(uint id) => new Thing(Resources.Thing.Make(id));

    public static ExportedResources.IThing Merge(ExportedResources.IThing[] things) =>
        new Thing(Resources.Thing.Merge([.. things.Select(InnerOf)]));

    /// <summary>The host's thing that one of the guest's has.</summary>
    public static Resources.Thing InnerOf(ExportedResources.IThing thing) => ((Thing)thing).Inner;

    public uint Id() => Inner.Id();

    public string Rename(string name) => Inner.Rename(name);

    public bool IsSame(ExportedResources.IThing other) => Inner.IsSame(InnerOf(other));

    public uint Absorb(ExportedResources.IThing other) => Inner.Absorb(InnerOf(other));

    public ExportedResources.IThing Copy() => new Thing(Inner.Copy());

    public ulong Sum(ulong a, ulong b, ulong c, ulong d, ulong e, ulong f, ulong g, ulong h, ulong i, ulong j, ulong k, ulong l, ulong m, ulong n, ulong o, string p) =>
        Inner.Sum(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);

    public void Dispose() => Inner.Dispose();
}
