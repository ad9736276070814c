using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>A package as it is written, gathered from its files.</summary>
internal sealed class PackageDeclaration(PackageName name, SourceSpan? span)
{
    public PackageName Name { get; } = name;

    public SourceSpan? Span { get; } = span;

    public Package Model { get; } = new(name);

    /// <summary>What it gives way to.</summary>
    public PackageRank Rank { get; init; }

    public List<(ItemSyntax Syntax, FileScope Scope)> Syntax { get; } = [];

    /// <summary>The interfaces and worlds by name.</summary>
    public Dictionary<string, PackageItem> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The packages it refers to, and where it first does.</summary>
    public Dictionary<PackageDeclaration, SourceSpan> References { get; } = [];
}
