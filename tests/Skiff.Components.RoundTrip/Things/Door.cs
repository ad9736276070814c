namespace Skiff.Components.RoundTrip;

/// <summary>A door of the guest's, which has one of the host's. To make one can fail.</summary>
internal sealed class Door(Resources.Door inner) : ExportedResources.IDoor, ExportedResources.IDoorFactory, IDisposable
{
    public static ExportedResources.IDoor Create(string key) => new Door(Resources.Door.Create(key));

    public uint Open() => inner.Open();

    public void Dispose() => inner.Dispose();
}
