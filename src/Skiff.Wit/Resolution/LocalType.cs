using Skiff.Wit.Syntax;

namespace Skiff.Wit.Resolution;

/// <summary>A name of a type in an interface or world.</summary>
internal sealed class LocalType(IdentifierSyntax name, ItemSyntax syntax, Stability stability)
{
    public IdentifierSyntax Name { get; } = name;

    /// <summary>The definition, or the <c>use</c>.</summary>
    public ItemSyntax Syntax { get; } = syntax;

    public Stability Stability { get; } = stability;

    public ResolutionState State { get; set; }

    /// <summary>The type; none when it has errors or is not there.</summary>
    public TypeDefinition? Definition { get; set; }

    /// <summary>The feature that is not active and without which the type is not there.</summary>
    public string? InactiveFeature { get; set; }
}
