using System.ComponentModel;

namespace Skiff.Interop;

/// <summary>A handle of a resource, as generated code passes it to the object that stands for it.</summary>
/// <param name="Value">The index that WebAssembly passes.</param>
/// <param name="IsBorrowed">Whether it is lent for the time of a call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ResourceHandle(int Value, bool IsBorrowed = false)
{
    /// <summary>The handle of a resource, for a callee that it is lent to.</summary>
    /// <exception cref="ArgumentNullException">There is no resource.</exception>
    /// <exception cref="ObjectDisposedException">The resource was disposed of or given away.</exception>
    public static int Lend(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Lend();
    }

    /// <summary>The handle of a resource, for a callee that owns it from now on. The object ends.</summary>
    /// <exception cref="ArgumentNullException">There is no resource.</exception>
    /// <exception cref="ObjectDisposedException">The resource was disposed of or given away.</exception>
    /// <exception cref="InvalidOperationException">The resource is only lent.</exception>
    public static int Move(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Move();
    }
}
