using Skiff.Wit.Syntax;

namespace Skiff.Wit.Resolution;

/// <summary>An interface or world as it is written, and what has become of it.</summary>
internal sealed class PackageItem(ItemSyntax syntax, IdentifierSyntax name, FileScope scope, Stability stability)
{
    public ItemSyntax Syntax { get; } = syntax;

    public IdentifierSyntax Name { get; } = name;

    public FileScope Scope { get; } = scope;

    public PackageDeclaration Package => Scope.Package;

    public Stability Stability { get; } = stability;

    public ResolutionState State { get; set; }

    /// <summary>The feature that is not active and without which the item is not there.</summary>
    public string? InactiveFeature { get; set; }

    public Interface? Interface { get; set; }

    public World? World { get; set; }

    public TypeScope? Types { get; set; }

    /// <summary>How many steps of <c>use</c> or <c>include</c> it stands on.</summary>
    public int Depth { get; set; }

    public bool IsWorld => Syntax is WorldSyntax;
}
