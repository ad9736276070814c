using System.ComponentModel;

namespace Skiff.Interop;

/// <summary>
/// The resources that a call of an exported function was lent. They must be given back before it returns, whether the
/// function did so or not.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BorrowScope
{
    private List<Resource>? _resources;

    /// <summary>Notes a resource that was lent.</summary>
    /// <returns>The resource.</returns>
    public T Add<T>(T resource)
        where T : Resource
    {
        (_resources ??= []).Add(resource);
        return resource;
    }

    /// <summary>Gives everything back. The objects that stand for the resources end.</summary>
    public readonly void End()
    {
        if (_resources is not null)
        {
            foreach (Resource resource in _resources)
            {
                resource.Dispose();
            }
        }
    }
}
