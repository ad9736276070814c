using Skiff.Interop;

namespace Skiff.Bindings.Tests.Library;

/// <summary>Who owns the handle of a resource.</summary>
public sealed class ResourceTests
{
    private readonly List<int> _dropped = [];

    [Fact]
    public void Disposing_of_a_resource_drops_its_handle_once()
    {
        Thing thing = new(new(7), _dropped);
        thing.Dispose();
        thing.Dispose();

        Assert.Equal([7], _dropped);
        Assert.Throws<ObjectDisposedException>(() => ResourceHandle.Lend(thing));
    }

    [Fact]
    public void A_resource_that_is_given_away_ends_and_is_not_dropped()
    {
        using Thing thing = new(new(7), _dropped);

        Assert.Equal(7, ResourceHandle.Lend(thing));
        Assert.Equal(7, ResourceHandle.Move(thing));
        Assert.Throws<ObjectDisposedException>(() => ResourceHandle.Move(thing));
        Assert.Empty(_dropped);
    }

    [Fact]
    public void A_resource_that_was_lent_cannot_be_given_away()
    {
        using Thing thing = new(new(7, IsBorrowed: true), _dropped);

        Assert.Contains("Thing", Assert.Throws<InvalidOperationException>(() => ResourceHandle.Move(thing)).Message, StringComparison.Ordinal);
        Assert.Equal(7, ResourceHandle.Lend(thing));
    }

    [Fact]
    public void What_was_lent_for_a_call_goes_back_at_its_end()
    {
        BorrowScope borrows = default;
        Thing kept = borrows.Add(new Thing(new(1, IsBorrowed: true), _dropped));
        borrows.Add(new Thing(new(2, IsBorrowed: true), _dropped)).Dispose();
        borrows.End();

        Assert.Equal([2, 1], _dropped);
        Assert.Throws<ObjectDisposedException>(() => ResourceHandle.Lend(kept));
    }

    [Fact]
    public void An_exported_object_lives_until_its_handle_is_dropped()
    {
        Disposable resource = new();
        int number = ExportedResources.Add(resource);
        int other = ExportedResources.Add(resource);

        Assert.NotEqual(number, other);
        Assert.Same(resource, ExportedResources.Get<Disposable>(number));
        ExportedResources.Remove(number);
        Assert.Equal(1, resource.Disposals);
        Assert.Throws<ObjectDisposedException>(() => ExportedResources.Get<Disposable>(number));
    }

    [Fact]
    public void An_exported_object_that_comes_back_is_not_disposed_of()
    {
        Disposable resource = new();
        int number = ExportedResources.Add(resource);

        Assert.Same(resource, ExportedResources.Take<Disposable>(number));
        ExportedResources.Remove(number);
        Assert.Equal(0, resource.Disposals);
    }

    private sealed class Thing(ResourceHandle handle, List<int> dropped) : Resource(handle)
    {
        protected override void DropHandle(int handle) => dropped.Add(handle);
    }

    private sealed class Disposable : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
