using Skiff.Wit.Text;

namespace Skiff.Wit;

/// <summary>What types can be defined in: an interface or a world.</summary>
public abstract class TypeOwner
{
    private protected TypeOwner(Package package)
    {
        Package = package;
    }

    /// <summary>The package.</summary>
    public Package Package { get; set; }

    /// <summary>The text of the documentation comments.</summary>
    public string? Documentation { get; set; }

    /// <summary>What the gates say.</summary>
    public Stability Stability { get; set; } = Stability.Ungated;

    /// <summary>Where its name is written, when it was read from a file.</summary>
    public SourceSpan? Span { get; set; }

    /// <summary>The types it defines or takes from other interfaces, each after those it refers to.</summary>
    public abstract IEnumerable<TypeDefinition> DefinedTypes { get; }
}
