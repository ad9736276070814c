namespace Skiff.Hosting.Components;

/// <summary>What an embedding program gives to a component besides WASI: functions and resources by the names of instances and items.</summary>
internal sealed class ComponentImports
{
    /// <summary>The functions; the instance is empty for one that is imported by itself.</summary>
    public List<(string Instance, string Name, Func<IReadOnlyList<ComponentValue>, ComponentValue?> Body)> Functions { get; } = [];

    /// <summary>The types of resource, each with a number of the embedding program's and what is done when one is dropped.</summary>
    public List<(string Instance, string Name, uint Type, Action<uint>? Dropped)> Resources { get; } = [];

    /// <summary>Adds a function, such as <c>[method]counter.next</c> of <c>example:counting/counters@1.0.0</c>.</summary>
    /// <param name="instance">The name of the interface, with its version; empty for a function of the world itself.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="body">Takes the arguments, returns the result; what it throws ends the guest and reaches the caller.</param>
    public ComponentImports Function(string instance, string name, Func<IReadOnlyList<ComponentValue>, ComponentValue?> body)
    {
        Functions.Add((instance, name, body));
        return this;
    }

    /// <summary>Adds a type of resource.</summary>
    /// <param name="instance">The name of the interface, with its version; empty for one of the world itself.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="type">A number of its own, by which <see cref="ComponentResource.Host"/> knows it.</param>
    /// <param name="dropped">Takes the representation of a resource that nobody owns any more.</param>
    public ComponentImports Resource(string instance, string name, uint type, Action<uint>? dropped = null)
    {
        Resources.Add((instance, name, type, dropped));
        return this;
    }
}
