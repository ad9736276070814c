namespace Skiff.Wasm.Components;

/// <summary>A component, or the type of one: its imports and exports.</summary>
public sealed class ComponentSignature : Signature
{
    internal ComponentSignature(
        IReadOnlyList<NamedSignature> imports,
        IReadOnlyList<NamedSignature> exports,
        IReadOnlyList<ResourceIdentity> importedResources,
        IReadOnlyList<ResourceIdentity> definedResources)
    {
        Imports = imports;
        Exports = exports;
        ImportedResources = importedResources;
        DefinedResources = definedResources;
        Size = imports.Concat(exports).Sum(named => SignatureSize.Of(named.Signature));
    }

    /// <summary>The imports, in order.</summary>
    public IReadOnlyList<NamedSignature> Imports { get; }

    /// <summary>The exports, in order.</summary>
    public IReadOnlyList<NamedSignature> Exports { get; }

    /// <summary>The resource types that whoever instantiates the component chooses.</summary>
    internal IReadOnlyList<ResourceIdentity> ImportedResources { get; }

    /// <summary>The resource types that are fresh in each instance.</summary>
    internal IReadOnlyList<ResourceIdentity> DefinedResources { get; }

    /// <summary>Of how many types the imports and exports consist.</summary>
    internal long Size { get; }

    internal override string Kind => "component";
}
