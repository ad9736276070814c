using Skiff.Interop;

namespace Skiff;

/// <summary>
/// A resource of another component or the host. The object stands for a handle: it ends when it is disposed of, or when
/// its ownership goes elsewhere because it is passed where WIT says <c>own</c>. One that was lent
/// (<c>borrow</c>) ends with the call it was lent to.
/// </summary>
/// <remarks>
/// There is no finalizer. A resource must be dropped before the one it came from, which the order of finalizers does not
/// guarantee, and a host answers the wrong order with a trap. What is not disposed of lives as long as the component.
/// </remarks>
public abstract class Resource : IDisposable
{
    private readonly bool _isBorrowed;
    private int _handle;

    /// <summary>Makes the object that stands for a handle.</summary>
    protected Resource(ResourceHandle handle)
    {
        _handle = handle.Value;
        _isBorrowed = handle.IsBorrowed;
    }

    /// <summary>Gives the resource back: drops its handle. Later calls do nothing.</summary>
    public void Dispose()
    {
        // No handle is 0 (CanonicalABI.md, "Table State").
        if (_handle != 0)
        {
            int handle = _handle;
            _handle = 0;
            DropHandle(handle);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The handle, for a callee that it is lent to.</summary>
    internal int Lend()
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        return _handle;
    }

    /// <summary>The handle, for a callee that owns it from now on.</summary>
    internal int Move()
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        if (_isBorrowed)
        {
            throw new InvalidOperationException(
                $"The {GetType().Name} was lent to this call, so it cannot be given away; ask the interface for one of your own.");
        }

        int handle = _handle;
        _handle = 0;
        return handle;
    }

    /// <summary>Calls <c>resource.drop</c>.</summary>
    protected abstract void DropHandle(int handle);
}
