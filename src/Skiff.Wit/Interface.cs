namespace Skiff.Wit;

/// <summary>Types and functions under one name (WIT.md, "WIT Interfaces").</summary>
public sealed class Interface : TypeOwner
{
    /// <summary>Makes an interface without items.</summary>
    /// <param name="package">The package it belongs to; for an inline one, that of its world.</param>
    /// <param name="name">The name; none for one that is written inline in a world.</param>
    public Interface(Package package, string? name)
        : base(package)
    {
        Name = name;
    }

    /// <summary>The name in the package; none for one that is written inline in a world.</summary>
    public string? Name { get; set; }

    /// <summary>The types, each after those it refers to.</summary>
    public List<TypeDefinition> Types { get; } = [];

    /// <summary>The functions; those of resources are in <see cref="ResourceDefinition.Functions"/>.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>The name that imports and exports have: <c>a:b/c@1.0.0</c>; none for an inline interface.</summary>
    public string? QualifiedName => Name is null ? null : Package.Name.GetItemName(Name);

    /// <inheritdoc/>
    public override IEnumerable<TypeDefinition> DefinedTypes => Types;

    /// <summary>All functions: those of the resources, in the order of the types, then the others.</summary>
    public IEnumerable<Function> AllFunctions =>
        Types.OfType<ResourceDefinition>().SelectMany(resource => resource.Functions).Concat(Functions);

    /// <summary>The interfaces that this one takes types from, each once.</summary>
    public IEnumerable<Interface> Dependencies =>
        Types.OfType<AliasDefinition>().Select(alias => alias.UsedFrom).OfType<Interface>().Distinct();

    /// <summary>The type of a name.</summary>
    public TypeDefinition? FindType(string name) => Types.Find(type => type.Name == name);

    /// <summary>The function of a name, such as <c>run</c> or <c>[method]file.read</c>.</summary>
    public Function? FindFunction(string name) => AllFunctions.FirstOrDefault(function => function.Name == name);

    /// <summary>The name.</summary>
    public override string ToString() => QualifiedName ?? $"an inline interface of {Package}";
}
