using System.ComponentModel;

namespace Skiff.Interop;

/// <summary>
/// The objects that other components hold handles of: those that an exported function gave away as a resource that this
/// component implements. Others know an object by its number here, its representation (CanonicalABI.md, <c>rep</c>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExportedResources
{
    // No number is 0, which hosts exist that take for no resource.
    private static readonly List<object?> s_objects = [null];
    private static readonly Stack<int> s_free = new();

    /// <summary>Gives an object a number. One object may have several.</summary>
    public static int Add(object resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (s_free.TryPop(out int free))
        {
            s_objects[free] = resource;
            return free;
        }

        s_objects.Add(resource);
        return s_objects.Count - 1;
    }

    /// <summary>The object of a number, which was lent.</summary>
    public static T Get<T>(int representation)
        where T : class =>
        (T)(s_objects[representation] ?? throw new ObjectDisposedException(typeof(T).Name));

    /// <summary>The object of a number, which comes back for good. The number stays until <see cref="Remove"/>.</summary>
    public static T Take<T>(int representation)
        where T : class
    {
        T resource = Get<T>(representation);
        s_objects[representation] = null;
        return resource;
    }

    /// <summary>Forgets a number whose handle was dropped, and disposes of the object if it did not come back before.</summary>
    public static void Remove(int representation)
    {
        object? resource = s_objects[representation];
        s_objects[representation] = null;
        s_free.Push(representation);
        (resource as IDisposable)?.Dispose();
    }
}
