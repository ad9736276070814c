using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>An exported interface, or the functions that a world itself exports, and the C# interface a class implements.</summary>
/// <param name="Scope">What its types are.</param>
/// <param name="Parent">The class that the C# interface is nested in, if it is.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name of the C# interface.</param>
/// <param name="ExportsName">The name of the class with the functions that WebAssembly calls.</param>
/// <param name="WitName">The name of the interface or world.</param>
/// <param name="Place">The export in the world.</param>
/// <param name="Functions">The functions that belong to no resource.</param>
internal sealed record ExportedInterface(
    ItemScope Scope,
    Container? Parent,
    string Namespace,
    string Name,
    string ExportsName,
    string WitName,
    WorldItem Place,
    IReadOnlyList<Function> Functions)
{
    /// <summary>The name with all that it is in.</summary>
    public string FullName => Parent is null ? $"{Namespace}.{Name}" : $"{Parent.FullName}.{Name}";

    /// <summary>The resources that the component implements.</summary>
    public IEnumerable<DeclaredType> Resources => Scope.Item is null
        ? []
        : Scope.Item.Interface.Types.OfType<ResourceDefinition>().Select(resource => Scope[resource]);
}
