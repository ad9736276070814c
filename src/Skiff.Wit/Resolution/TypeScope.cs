using Skiff.Wit.Syntax;

namespace Skiff.Wit.Resolution;

/// <summary>The names of the types of an interface or world, while they are resolved.</summary>
internal sealed class TypeScope(TypeOwner owner, FileScope file, Stability stability)
{
    public TypeOwner Owner { get; } = owner;

    public FileScope File { get; } = file;

    /// <summary>The gates of the interface or world.</summary>
    public Stability Stability { get; } = stability;

    /// <summary>The types by name.</summary>
    public Dictionary<string, LocalType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The types in the order they were written, without those that are used.</summary>
    public List<LocalType> Defined { get; } = [];

    /// <summary>The uses, with a name for each of theirs.</summary>
    public List<(UseSyntax Syntax, Stability Stability, List<LocalType> Names)> Uses { get; } = [];

    /// <summary>The resolved types, each after those it refers to.</summary>
    public List<TypeDefinition> Ordered { get; } = [];

    /// <summary>The resources that are in <see cref="Ordered"/>.</summary>
    public HashSet<ResourceDefinition> OrderedResources { get; } = [];

    /// <summary>The names in use: of types, and in interfaces of functions, in worlds of imports.</summary>
    public NameScope Names { get; } = new();

    /// <summary>The functions of an interface by name, for messages.</summary>
    public Dictionary<string, FunctionSyntax> Functions { get; } = new(StringComparer.Ordinal);
}
