using Test.Joined;

namespace Skiff.Linker.JoinedGuest;

/// <summary>The library's own resource.</summary>
internal sealed class Thing : Things.IThing, Things.IThingFactory, IThings, IDisposable
{
    private static uint s_count;

    private string _name;
    private bool _isDisposed;

    private Thing(string name)
    {
        _name = name;
        s_count++;
    }

    public static Things.IThing Create(string name) => new Thing(name);

    public static Things.IThing Open(string name) => name.Length > 0 ? new Thing(name) : throw new InvalidOperationException("A thing has a name.");

    public static Things.IThing Merge(Things.IThing left, Things.IThing right)
    {
        Thing merged = new($"{left.Name()}+{right.Name()}");
        ((Thing)left).Dispose();
        return merged;
    }

    public static Things.IThing Same(Things.IThing value) => value;

    public static string[] Names(Things.IThing[] things) => [.. things.Select(thing => thing.Name())];

    public static Things.IThing[] Turn(Things.IThing[] things) => [.. things.Reverse()];

    public static Things.IThing? Maybe(bool present) => present ? new Thing("maybe") : null;

    public static uint Count() => s_count;

    public string Name() => _isDisposed ? throw new ObjectDisposedException(nameof(Thing)) : _name;

    public string Rename(string name)
    {
        string old = _name;
        _name = name;
        return old;
    }

    public void Dispose()
    {
        s_count -= _isDisposed ? 0u : 1;
        _isDisposed = true;
    }
}
